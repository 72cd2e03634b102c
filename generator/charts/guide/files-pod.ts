/** How long a pod that was killed for taking too long is still there, at most. */
const removalSeconds = 30;

/** Whose files are to be reached, and how its pod is taken down and brought back. */
interface FilesOf {
  readonly release: string;
  readonly image: string;
  readonly claim: string;
  /** Where the release's own pod has the claim too. */
  readonly mountPath: string;
  readonly deployment: string;
  readonly podSelector: string;
  /** How long that pod may take to end. */
  readonly graceSeconds: number;
  /** The command that makes the release have so many pods. */
  readonly scale: (replicas: 0 | 1) => string;
}

/** A pod that has nothing but the release's claim, through which files are saved and restored while nothing else writes. */
export interface FilesPod {
  readonly name: string;
  readonly manifest: readonly string[];
  /** Takes the release's pod down, and gives its files to this one. */
  readonly stopped: readonly string[];
  /** Takes this pod away, and brings the release's own back. */
  readonly started: readonly string[];
}

export function filesPod(of: FilesOf): FilesPod {
  const name = `${of.release}-files`;
  return {
    name,
    manifest: [
      "apiVersion: v1",
      "kind: Pod",
      "metadata:",
      `  name: ${name}`,
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
      `      image: ${of.image}`,
      '      command: ["sleep", "86400"]',
      "      securityContext:",
      "        allowPrivilegeEscalation: false",
      "        capabilities: { drop: [ALL] }",
      `      volumeMounts: [{ name: files, mountPath: ${of.mountPath} }]`,
      "  volumes:",
      "    - name: files",
      `      persistentVolumeClaim: { claimName: ${of.claim} }`,
    ],
    stopped: [
      of.scale(0),
      `kubectl wait --for=delete pod -l ${of.podSelector} --timeout=${of.graceSeconds + removalSeconds}s`,
      `kubectl apply -f ${name}.yaml`,
      `kubectl wait --for=condition=Ready pod/${name} --timeout=120s`,
    ],
    started: [`kubectl delete pod ${name} --wait`, of.scale(1), `kubectl rollout status ${of.deployment}`],
  };
}
