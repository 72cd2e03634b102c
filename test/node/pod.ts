import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { busyboxImage } from "../../ci/cluster/node-images.ts";
import { patiently } from "../patience.ts";

/** A pod that Pod Security "restricted" admits, with a shell script in its one container, `main`. */
export interface ScriptPod {
  readonly namespace: string;
  readonly name: string;
  readonly script: string;
  readonly container?: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly unknown[];
}

export function podObject({ namespace, name, script, container, volumes = [] }: ScriptPod): unknown {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace, labels: { app: name } },
    spec: {
      // Shells as the first process of a container do not end when they are told to.
      terminationGracePeriodSeconds: 1,
      securityContext: {
        runAsUser: 1000,
        runAsNonRoot: true,
        fsGroup: 1000,
        seccompProfile: { type: "RuntimeDefault" },
      },
      containers: [
        {
          name: "main",
          image: busyboxImage,
          command: ["sh", "-c", script],
          securityContext: {
            readOnlyRootFilesystem: true,
            allowPrivilegeEscalation: false,
            capabilities: { drop: ["ALL"] },
          },
          ...container,
        },
      ],
      volumes,
    },
  };
}

/** Creates objects, and waits for the pods among them to be ready. */
export async function createReady(
  cluster: ClusterAccess,
  namespace: string,
  ...objects: readonly unknown[]
): Promise<void> {
  const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: objects });
  await kubectl(cluster, ["create", "--filename", "-"], list);
  await kubectl(cluster, ["wait", "pod", "--all", "--namespace", namespace, "--for=condition=Ready", patiently]);
}
