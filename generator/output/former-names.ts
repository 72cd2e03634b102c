import type { Declaration } from "../values/declaration.ts";
import { defaultOf } from "../values/defaults.ts";
import type { Group } from "../values/group.ts";
import type { JsonSchema } from "../values/json-schema.ts";

/** The schema of a value under its former name, given that under its own; nothing where it was not renamed. */
export function formerProperty(
  name: string,
  { formerly }: Declaration,
  schema: JsonSchema,
  proposing: boolean,
): readonly [string, JsonSchema][] {
  if (formerly === undefined) return [];
  const { default: _, examples: __, ...accepted } = schema;
  return [[formerly, { ...accepted, description: `Renamed to ${name}.`, ...(proposing && { deprecated: true }) }]];
}

/** A former name is refused beside a new one that is set too. Helm has filled that in, so what tells is its default. */
export function oneNameEach({ children }: Group): readonly JsonSchema[] {
  return Object.entries(children).flatMap(([name, child]) => {
    const { formerly } = child;
    if (formerly === undefined) return [];
    const isOtherwise = { not: { const: defaultOf(child) } } as JsonSchema;
    return [
      {
        if: { type: "object", properties: { [name]: isOtherwise }, required: [formerly, name] },
        then: { properties: { [formerly]: { const: `left out: it was renamed to ${name}, which is set as well` } } },
      },
    ];
  });
}
