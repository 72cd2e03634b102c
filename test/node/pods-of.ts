import { clientOf } from "../../ci/cluster/api-client.ts";
import type { Release } from "../cluster/helm.ts";
import { listed, pods } from "../cluster/listable-kinds.ts";

/** A pod, as far as tests look at it. */
export interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly spec: {
    readonly imagePullSecrets?: readonly { readonly name: string }[];
    readonly containers: readonly { readonly name: string; readonly image: string }[];
  };
  readonly status: {
    readonly initContainerStatuses?: readonly ContainerStatus[];
    readonly containerStatuses?: readonly ContainerStatus[];
  };
}

export interface ContainerStatus {
  readonly name: string;
  readonly ready: boolean;
  readonly restartCount: number;
}

/** The pods of a release, or of one of its components, without those of `helm test`; those on their way out are among them. */
export async function podsOf(release: Release, component?: string): Promise<readonly Pod[]> {
  const which = component === undefined ? "!=test" : `=${component}`;
  const selector = `app.kubernetes.io/instance=${release.name},app.kubernetes.io/component${which}`;
  const query = `?labelSelector=${encodeURIComponent(selector)}`;
  return listed<Pod>(await clientOf(release.server), pods, release.namespace, query);
}

/** Which pods there are: the same pod has the same id. */
export async function podIds(release: Release, component?: string): Promise<readonly string[]> {
  return (await podsOf(release, component)).map(({ metadata: { uid } }) => uid).toSorted();
}
