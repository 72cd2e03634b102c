import type { Release } from "../cluster/helm.ts";
import { inNamespace } from "./release.ts";

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
}

/** The pods of a release, or of one of its components, without those of `helm test`; those on their way out are among them. */
export async function podsOf(release: Release, component?: string): Promise<readonly Pod[]> {
  const which = component === undefined ? "!=test" : `=${component}`;
  const selector = `app.kubernetes.io/instance=${release.name},app.kubernetes.io/component${which}`;
  const listed = await inNamespace(release, "get", "pods", "--selector", selector, "--output", "json");
  const { items }: { items: readonly Pod[] } = JSON.parse(listed);
  return items;
}

/** Which pods there are: the same pod has the same id. */
export async function podIds(release: Release, component?: string): Promise<readonly string[]> {
  return (await podsOf(release, component)).map(({ metadata: { uid } }) => uid).toSorted();
}
