import { parseAllDocuments } from "yaml";

/** What is read here of every Kubernetes object. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/**
 * The objects of a manifest.
 * @throws Error for YAML that is wrong or has a key twice
 */
export function parseObjects(manifest: string): readonly KubernetesObject[] {
  // The version that Helm and Kubernetes read: `on` is true there.
  const documents = parseAllDocuments(manifest, { version: "1.1" });
  return [...documents].flatMap((document) => {
    const [error] = document.errors;
    if (error) throw new Error(`the manifest is no valid YAML: ${error.message}`);
    const content: KubernetesObject | null = document.toJS();
    return content === null ? [] : [content];
  });
}

/** What tells an object from all others of a namespace. */
export function objectId({ apiVersion, kind, metadata }: KubernetesObject): string {
  return `${apiVersion} ${kind} ${metadata.name}`;
}

/** In an order of its own: Helm's differs between versions. */
export function sortedObjects(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return objects.toSorted((a, b) => (objectId(a) < objectId(b) ? -1 : 1));
}
