import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type ApiClient, callApi } from "./api-client.ts";
import { nodeName } from "./kubelet.ts";

const provisioner = "local-folder";

/** The default StorageClass: volumes are folders of the cluster, made when a pod needs them and removed with the claim. */
export const storageClass = {
  apiVersion: "storage.k8s.io/v1",
  kind: "StorageClass",
  metadata: { name: "local", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
  provisioner,
  reclaimPolicy: "Delete",
  volumeBindingMode: "WaitForFirstConsumer",
};

interface Claim {
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly uid: string;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly accessModes: readonly string[];
    readonly resources: { readonly requests: { readonly storage: string } };
    readonly volumeMode?: string;
    readonly volumeName?: string;
  };
}

interface Volume {
  readonly metadata: { readonly name: string; readonly annotations?: Readonly<Record<string, string>> };
  readonly spec: { readonly persistentVolumeReclaimPolicy: string; readonly local?: { readonly path: string } };
  readonly status?: { readonly phase?: string };
}

const volumesPath = "/api/v1/persistentvolumes";
const provisionedBy = "pv.kubernetes.io/provisioned-by";

/**
 * Makes the volumes that claims wait for, and removes those whose claim is gone. Volumes are of the type `local`: of those on
 * the node itself only these honour fsGroup. A new one belongs to root, like a disk that was just formatted.
 */
export async function provisionVolumes(client: ApiClient, folder: string): Promise<void> {
  for (const claim of await list<Claim>(client, "/api/v1/persistentvolumeclaims"))
    if (isWaiting(claim)) await makeVolume(client, folder, claim);
  for (const volume of await list<Volume>(client, volumesPath))
    if (isReleased(volume)) await removeVolume(client, volume);
}

async function list<Item>(client: ApiClient, path: string): Promise<readonly Item[]> {
  const { status, text } = await callApi(client, "GET", path);
  if (status !== 200) throw new Error(`The API server answered ${status} for ${path}: ${text}`);
  const { items }: { items: readonly Item[] } = JSON.parse(text);
  return items;
}

/** The scheduler has chosen the node for the first pod that uses the claim. */
function isWaiting({ metadata: { annotations = {} }, spec }: Claim): boolean {
  return (
    annotations["volume.kubernetes.io/storage-provisioner"] === provisioner &&
    annotations["volume.kubernetes.io/selected-node"] !== undefined &&
    spec.volumeName === undefined &&
    spec.volumeMode !== "Block"
  );
}

function isReleased({ metadata: { annotations = {} }, spec, status }: Volume): boolean {
  return (
    annotations[provisionedBy] === provisioner &&
    spec.persistentVolumeReclaimPolicy === "Delete" &&
    status?.phase === "Released"
  );
}

async function makeVolume(client: ApiClient, folder: string, claim: Claim): Promise<void> {
  const { name, namespace, uid } = claim.metadata;
  const path = join(folder, "volumes", uid);
  await mkdir(path, { recursive: true });
  const volume = {
    apiVersion: "v1",
    kind: "PersistentVolume",
    metadata: { name: `pvc-${uid}`, annotations: { [provisionedBy]: provisioner } },
    spec: {
      accessModes: claim.spec.accessModes,
      capacity: { storage: claim.spec.resources.requests.storage },
      claimRef: { apiVersion: "v1", kind: "PersistentVolumeClaim", name, namespace, uid },
      local: { path },
      nodeAffinity: {
        required: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: "kubernetes.io/hostname", operator: "In", values: [nodeName] }] },
          ],
        },
      },
      persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
      storageClassName: storageClass.metadata.name,
    },
  };
  const { status, text } = await callApi(client, "POST", volumesPath, volume);
  // 409: made before, and not bound yet.
  if (status !== 201 && status !== 409)
    throw new Error(
      `No volume could be made for claim ${namespace}/${name}: the API server answered ${status}: ${text}`,
    );
}

async function removeVolume(client: ApiClient, { metadata: { name }, spec: { local } }: Volume): Promise<void> {
  if (local !== undefined) await rm(local.path, { recursive: true, force: true });
  await callApi(client, "DELETE", `${volumesPath}/${name}`);
}
