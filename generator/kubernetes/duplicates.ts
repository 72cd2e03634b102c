import { alternativesOf, type Hole } from "./hole.ts";
import { kubernetesType, type ListShape, type Shape } from "./openapi.ts";

/** Two items of a list that Kubernetes takes for one. */
export interface Duplicate {
  readonly index: number;
  /** The item that it repeats. */
  readonly of: number;
  /** The values of the list's keys, for a message. */
  readonly identity: string;
}

interface Entry {
  readonly index: number;
  readonly isHole: boolean;
  readonly identity: string | undefined;
}

/**
 * The items whose keys are literals and agree with those of another item.
 *
 * Items of holes are compared with the list's own items only: whether two holes are filled at once is not known here.
 */
export function duplicatesIn(items: readonly unknown[], shape: ListShape, hole: Hole): readonly Duplicate[] {
  const { keys } = shape;
  if (keys === undefined) {
    return [];
  }
  const entries: readonly Entry[] = items.flatMap((item, index) =>
    alternativesOf(item, hole).map((body) => ({
      index,
      isHole: hole(item) !== undefined,
      identity: identityOf(body, keys, shape.list, hole),
    })),
  );
  return entries.flatMap((entry) => {
    const { index, identity } = entry;
    const twin = entries.find((other) => repeats(entry, other));
    return identity === undefined || twin === undefined ? [] : [{ index, of: twin.index, identity }];
  });
}

/** Of two own items the later one repeats the earlier; an item of a hole repeats an own item wherever that stands. */
function repeats(entry: Entry, other: Entry): boolean {
  return !other.isHole && other.identity === entry.identity && (entry.isHole || other.index < entry.index);
}

/** An item's keys as text; undefined when one of them is not a literal, or absent without a default. */
function identityOf(item: unknown, keys: readonly string[], shape: Shape, hole: Hole): string | undefined {
  const fields: Readonly<Record<string, unknown>> = typeof item === "object" && item !== null ? { ...item } : {};
  const values = keys.map((key) => fields[key] ?? defaultOf(shape, key));
  const areLiterals = values.every((value) => ["number", "string"].includes(typeof value) && hole(value) === undefined);
  return areLiterals ? values.join(", ") : undefined;
}

function defaultOf(shape: Shape, field: string): string | undefined {
  const type = "ref" in shape ? kubernetesType(shape.ref) : undefined;
  const fieldShape = type !== undefined && "fields" in type ? type.fields[field] : undefined;
  return fieldShape !== undefined && "type" in fieldShape ? fieldShape.default : undefined;
}
