import { quantityPattern } from "../kubernetes/quantity.ts";
import { definitionName, kubernetesSchema, type PartialType } from "../kubernetes/schema.ts";
import type { Declaration } from "../values/declaration.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { enabledSchema, entryDefinitionName, quantityOrEmpty } from "./declaration-schema.ts";
import { byCodeUnits } from "./produced.ts";

/** The Kubernetes types that values embed: as they are, and as entries of maps. */
interface Embeddings {
  readonly plain: PartialType[];
  readonly entries: PartialType[];
}

/** The definitions that the schema of these values refers to, by name. */
export function schemaDefinitions(values: Declaration, complete: boolean): Readonly<Record<string, JsonSchema>> {
  const { plain, entries } = embeddingsIn(values);
  const quantity: PartialType = { type: "Quantity", omit: [] };
  const schemas = kubernetesSchema([quantity, ...plain, ...entries]);
  const unused = entries.filter(({ omit }) => omit.length > 0).map(definitionName);
  const used = new Set(plain.map(definitionName));
  const definitions = [
    ...Object.entries(schemas).filter(([name]) => used.has(name) || !unused.includes(name)),
    ...entries.map(
      (type) => [entryDefinitionName(type), entrySchema(schemas[definitionName(type)], complete)] as const,
    ),
    [
      quantityOrEmpty,
      { description: "A quantity, or nothing.", type: ["string", "number"], pattern: `^$|${quantityPattern}` },
    ] as const,
  ];
  return Object.fromEntries(definitions.sort(([a], [b]) => byCodeUnits(a, b)));
}

/** A Kubernetes type as a map entry. In a file that sets some values only, its required fields may be elsewhere. */
function entrySchema(schema: JsonSchema | undefined, complete: boolean): JsonSchema {
  const { required = [], ...rest } = schema ?? {};
  const entry: JsonSchema = { ...rest, properties: { ...rest.properties, enabled: enabledSchema } };
  return complete && required.length > 0 ? { ...entry, required } : entry;
}

function embeddingsIn(values: Declaration): Embeddings {
  const found: Embeddings = { plain: [], entries: [] };
  collect(values, found);
  return found;
}

function collect(declaration: Declaration, found: Embeddings): void {
  switch (declaration.kind) {
    case "embedded":
      found.plain.push(declaration);
      break;
    case "list":
      collect(declaration.item, found);
      break;
    case "map":
      if (declaration.item.kind === "embedded") found.entries.push(declaration.item);
      else collect(declaration.item, found);
      break;
    case "group":
      for (const child of Object.values(declaration.children)) collect(child, found);
      if (typeof declaration.others === "object") collect(declaration.others.item, found);
  }
}
