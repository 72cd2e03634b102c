import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell, yaml } from "../../../topology/markdown.ts";
import {
  change,
  dataClaim,
  dataDirectory,
  dataFolder,
  dataRoot,
  deployment,
  graceSeconds,
  images,
  podSelector,
  release,
  secretObject,
} from "./facts.ts";

/** The pod through which files are reached. */
export const helper = `${release}-files`;

/** A pod that has nothing but the claim. */
const helperPod: readonly string[] = [
  "apiVersion: v1",
  "kind: Pod",
  "metadata:",
  `  name: ${helper}`,
  "spec:",
  "  automountServiceAccountToken: false",
  // `sleep` does not end when it is told to.
  "  terminationGracePeriodSeconds: 1",
  "  securityContext:",
  "    runAsUser: 1000",
  "    runAsGroup: 1000",
  "    runAsNonRoot: true",
  "    fsGroup: 1000",
  "    seccompProfile: { type: RuntimeDefault }",
  "  containers:",
  "    - name: files",
  `      image: ${images.main}`,
  '      command: ["sleep", "86400"]',
  "      securityContext:",
  "        allowPrivilegeEscalation: false",
  "        capabilities: { drop: [ALL] }",
  `      volumeMounts: [{ name: data, mountPath: ${dataRoot} }]`,
  "  volumes:",
  `    - name: data`,
  `      persistentVolumeClaim: { claimName: ${dataClaim} }`,
];

/** Takes the release's pod down, and gives its files to another. */
export const stopped: readonly string[] = [
  change("replicas=0"),
  `kubectl wait --for=delete pod -l ${podSelector} --timeout=${graceSeconds}s`,
  `kubectl apply -f ${helper}.yaml`,
  `kubectl wait --for=condition=Ready pod/${helper} --timeout=120s`,
];

export const started: readonly string[] = [
  `kubectl delete pod ${helper} --wait`,
  change("replicas=1"),
  `kubectl rollout status ${deployment}`,
];

export const backupChapter: Chapter = {
  title: "Backup and restore",
  paragraphs: [
    paragraph("Two things make an instance, and neither is of use without the other:"),
    bullets(
      `The folder \`${dataDirectory}\` on the claim \`${dataClaim}\`.`,
      `The Secret \`${secretObject}\`. Without its SECRETS_KEY, secrets that people stored can never be read again.`,
    ),
    paragraph(
      "Every database is one file with, while it is open, two more beside it (`-wal`, `-shm`). They belong together: a",
      "`.db` file alone, copied while its daemon runs, lacks the latest changes or is damaged. So take the pod down",
      "first, which leaves the `.db` files alone. A snapshot of the whole volume (VolumeSnapshot) is the exception: it",
      "is of one moment, so it may be taken of a running pod.",
    ),
    paragraph(`A pod that has nothing but the claim is a way to its files. Save this as \`${helper}.yaml\`:`),
    yaml(...helperPod),
    "### Save",
    shell(
      ...stopped,
      `kubectl exec ${helper} -- tar -C ${dataRoot} -cf - ${dataFolder} > ${dataFolder}.tar`,
      `kubectl get secret ${secretObject} -o yaml |`,
      `  sed '/^  \\(uid\\|resourceVersion\\|creationTimestamp\\):/d' > ${secretObject}.yaml`,
      ...started,
    ),
    paragraph(
      "The saved Secret is in plain: encrypt the file. Where the Secret comes from a store or is your own, save it",
      "there. Credentials in a Secret of their own are saved in the same way.",
    ),
    "### Restore",
    paragraph(
      "Into a namespace without the release, install it first with `--set replicas=0`, after the Secret is there. Then:",
    ),
    shell(
      `kubectl apply -f ${secretObject}.yaml`,
      ...stopped,
      `kubectl exec ${helper} -- rm -rf ${dataDirectory}`,
      `kubectl exec -i ${helper} -- tar -C ${dataRoot} -xf - < ${dataFolder}.tar`,
      ...started,
    ),
    paragraph(
      "With `instance` other than the saved one, rename the folder in between. Restore into a release with the same",
      "kind of `agents.mode`: pending messages are taken up again at the start.",
    ),
  ],
};
