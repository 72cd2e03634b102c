/** What is read of a Kubernetes object here. */
export interface Identifiable {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly [field: string]: unknown;
}

/** What of an object may not change within a major version: its kind and name, and whom it selects. */
export interface Identity {
  readonly object: string;
  readonly selector?: unknown;
}

/** Sorted, each once. */
export function identitiesOf(objects: readonly Identifiable[]): readonly Identity[] {
  const byId = new Map(objects.map((object) => [`${object.kind} ${object.metadata.name}`, object]));
  return [...byId].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([object, { spec }]) => identity(object, spec));
}

function identity(object: string, spec: unknown): Identity {
  const { selector, podSelector } = (spec ?? {}) as { readonly selector?: unknown; readonly podSelector?: unknown };
  const selects = selector ?? podSelector;
  return selects === undefined ? { object } : { object, selector: selects };
}
