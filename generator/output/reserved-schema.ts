import type { JsonSchema } from "../values/json-schema.ts";
import type { Reserved } from "./reserved-keys.ts";
import { whole } from "./scalar-schema.ts";

/** How the schema refuses reserved keys. */
export interface ReservedSchema {
  /** By the path of a map: what else it must fit. */
  readonly conditions: ReadonlyMap<string, readonly JsonSchema[]>;
  readonly definitions: Readonly<Record<string, JsonSchema>>;
}

/** Fewer keys cost Helm less in each map than a definition and references to it. */
const worthSharing = 5;

/** A key, and what a user is told who sets it. */
type Taken = readonly [key: string, instead: string];

/**
 * A reserved key depends on one that no map can have and that says what to set instead, so that Helm and editors ask for
 * it. Keys that several maps reserve are one definition: components share most of their environment.
 */
export function reservedSchema(reserved: Reserved): ReservedSchema {
  const definitions: Record<string, JsonSchema> = {};
  const own = new Map<string, Taken[]>();
  const shared = new Map<string, JsonSchema[]>();
  for (const { paths, taken } of sharedKeys(reserved)) {
    if (paths.length === 1 || taken.length < worthSharing) {
      for (const path of paths) own.set(path, [...(own.get(path) ?? []), ...taken]);
    } else {
      const name = `reserved${Object.keys(definitions).length + 1}`;
      definitions[name] = refusal(taken);
      for (const path of paths) shared.set(path, [...(shared.get(path) ?? []), { $ref: `#/definitions/${name}` }]);
    }
  }
  const conditions = [...reserved].map(([path, { forms }]): [string, readonly JsonSchema[]] => {
    const taken = own.get(path);
    return [path, [...(taken ? [refusal(taken)] : []), ...formsRefused(forms), ...(shared.get(path) ?? [])]];
  });
  return { conditions: new Map(conditions), definitions };
}

/** The keys that the same maps reserve, with the paths of these. */
function sharedKeys(reserved: Reserved): readonly { readonly paths: readonly string[]; readonly taken: Taken[] }[] {
  const all = [...reserved].flatMap(([path, { keys }]) => Object.entries(keys).map((taken) => ({ path, taken })));
  const byKey = [...Map.groupBy(all, ({ taken }) => JSON.stringify(taken)).values()];
  const together = Map.groupBy(byKey, (places) => JSON.stringify(places.map(({ path }) => path)));
  return [...together.values()].map((keys) => ({
    paths: keys[0]?.map(({ path }) => path) ?? [],
    taken: keys.flatMap(([first]) => (first ? [first.taken] : [])),
  }));
}

/** A key that has a reserved form could only have a value that says what to set instead. */
function formsRefused(forms: Readonly<Record<string, string>>): readonly JsonSchema[] {
  const refused = Object.entries(forms).map(([form, instead]) => [
    whole(form),
    { description: "Taken by the chart.", const: instead },
  ]);
  return refused.length > 0 ? [{ patternProperties: Object.fromEntries(refused) }] : [];
}

function refusal(taken: readonly Taken[]): JsonSchema {
  return { dependencies: Object.fromEntries(taken.map(([key, instead]) => [key, [instead]])) };
}
