import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell, yaml } from "../../../topology/markdown.ts";
import { filesPod } from "../../guide/files-pod.ts";
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

export const files = filesPod({
  release,
  image: images.main,
  claim: dataClaim,
  mountPath: dataRoot,
  deployment,
  podSelector,
  graceSeconds,
  scale: (replicas) => change(`replicas=${replicas}`),
});

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
    paragraph(`A pod that has nothing but the claim is a way to its files. Save this as \`${files.name}.yaml\`:`),
    yaml(...files.manifest),
    "### Save",
    shell(
      ...files.stopped,
      `kubectl exec ${files.name} -- tar -C ${dataRoot} -cf - ${dataFolder} > ${dataFolder}.tar`,
      `kubectl get secret ${secretObject} -o yaml |`,
      `  sed '/^  \\(uid\\|resourceVersion\\|creationTimestamp\\):/d' > ${secretObject}.yaml`,
      ...files.started,
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
      ...files.stopped,
      `kubectl exec ${files.name} -- rm -rf ${dataDirectory}`,
      `kubectl exec -i ${files.name} -- tar -C ${dataRoot} -xf - < ${dataFolder}.tar`,
      ...files.started,
    ),
    paragraph(
      "With `instance` other than the saved one, rename the folder in between. Restore into a release with the same",
      "kind of `agents.mode`: pending messages are taken up again at the start.",
    ),
  ],
};
