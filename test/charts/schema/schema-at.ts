import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import type { Path } from "./path.ts";

/** The schema that a `$ref` stands for. */
export function resolved(root: JsonSchema, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  const name = definitionOf(schema);
  const definition = name === undefined ? undefined : root.definitions?.[name];
  if (!definition) throw new Error(`the schema refers to ${schema.$ref}, which it does not define`);
  return resolved(root, definition);
}

/** The definition that a schema refers to. */
export function definitionOf({ $ref }: JsonSchema): string | undefined {
  return $ref?.replace(/^#\/definitions\//, "");
}

/** The schema of what is at a path, references followed. */
export function schemaAt(root: JsonSchema, path: Path): JsonSchema {
  return path.reduce<JsonSchema>(
    (parent, key) => {
      const child = typeof key === "number" ? parent.items : memberSchema(parent, key);
      if (!child) throw new Error(`the schema says nothing of ${path.join(".")}`);
      return resolved(root, child);
    },
    resolved(root, root),
  );
}

function memberSchema(parent: JsonSchema, key: string): JsonSchema | undefined {
  const named = parent.properties?.[key];
  if (named) return named;
  const ofForm = Object.entries(parent.patternProperties ?? {}).find(([form]) => new RegExp(form, "u").test(key));
  if (ofForm) return ofForm[1];
  return typeof parent.additionalProperties === "object" ? parent.additionalProperties : undefined;
}
