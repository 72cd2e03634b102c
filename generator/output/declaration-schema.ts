import { definitionName, definitionRef, type PartialType } from "../kubernetes/schema.ts";
import { all } from "../rules/fragment.ts";
import type { RuleSchemas } from "../rules/schema.ts";
import type { Declaration } from "../values/declaration.ts";
import type { Group } from "../values/group.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import type { List } from "../values/list.ts";
import type { MapOf } from "../values/map.ts";
import { formerProperty, oneNameEach } from "./former-names.ts";
import type { ReservedSchemas } from "./reserved-schema.ts";
import { intOrPercentSchema, numberSchema, proposals, secretSchema, textSchema, whole } from "./scalar-schema.ts";

/** What the schema of a value depends on beside its declaration. */
export interface SchemaContext {
  /** Whether every declared value must be there. Editors check files that set some values only. */
  readonly complete: boolean;
  /** Whether entries of maps must have what each of them needs. */
  readonly completeEntries: boolean;
  /** Whether the value is part of a map's entry, of which Helm knows no default. */
  readonly inEntry: boolean;
  /** Whether editors shall propose values. Helm has no use for that, and what differs in it only can be shared without. */
  readonly proposing: boolean;
  /** What maps must fit beside what their declarations say, by path. */
  readonly conditions: ReservedSchemas;
  /** What cross-field rules ask of groups, by path; nothing where each value is looked at by itself. */
  readonly rules: RuleSchemas | undefined;
  /** Where the value stands. */
  readonly path: readonly string[];
}

/** What switches a map entry off. */
export const enabledSchema: JsonSchema = { description: "False leaves the entry out.", type: "boolean" };

/** The definition of a quantity that may be left out. */
export const quantityOrEmpty = "QuantityOrEmpty";

/** What the definition of a Kubernetes type is called that stands as a map entry, with `enabled` beside its fields. */
export function entryDefinitionName(type: PartialType): string {
  return `${definitionName(type)}Entry`;
}

/** The schema of one declared value. */
function declarationSchema(declaration: Declaration, context: SchemaContext): JsonSchema {
  const { description } = declaration;
  const annotations: JsonSchema = { description, ...(context.proposing && proposals(declaration)) };
  switch (declaration.kind) {
    case "text":
      return { ...annotations, ...textSchema(declaration) };
    case "secret":
      return { description, ...secretSchema(declaration, context.inEntry) };
    case "integer":
    case "decimal":
      return { ...annotations, ...numberSchema(declaration) };
    case "intOrPercent":
      return { ...annotations, ...intOrPercentSchema };
    case "boolean":
      return { ...annotations, type: "boolean" };
    case "oneOf":
      return { ...annotations, enum: declaration.options };
    case "quantity": {
      const name = declaration.removable ? quantityOrEmpty : "Quantity";
      return { ...annotations, $ref: definitionRef(name) };
    }
    case "list": {
      const items = itemSchema(declaration.item, context);
      return { description, type: "array", items, ...listLimits(declaration) };
    }
    case "map":
      return { description, ...mapSchema(declaration, context) };
    case "group":
      return groupSchema(declaration, context);
    case "embedded":
      return { description, $ref: definitionRef(declaration) };
    case "object":
      return { description, type: "object" };
  }
}

/** The schema of a group: closed, unless it says otherwise. */
export function groupSchema(group: Group, context: SchemaContext): JsonSchema {
  const { others } = group;
  const { complete, completeEntries, inEntry } = context;
  const required = Object.entries(group.children)
    .filter(([, child]) => (inEntry ? completeEntries && isNeeded(child) : complete))
    .map(([name]) => name);
  const properties = Object.entries(group.children).flatMap(([name, child]) => {
    const schema = declarationSchema(child, { ...context, path: [...context.path, name] });
    return [[name, schema], ...formerProperty(name, child, schema, context.proposing)];
  });
  const schema: JsonSchema = {
    description: group.description,
    type: "object",
    properties: Object.fromEntries(properties),
    ...(typeof others === "object" && {
      patternProperties: { [whole(others.key)]: declarationSchema(others.item, context) },
    }),
    ...(required.length > 0 && { required }),
    additionalProperties: others === "any",
  };
  if (!context.rules) return schema;
  return all([schema, ...oneNameEach(group), ...(context.rules.get(context.path.join(".")) ?? [])]);
}

function isNeeded(field: Declaration): boolean {
  return field.kind === "text" && field.needed === true;
}

function listLimits({ unique, minItems }: List): JsonSchema {
  return { ...(unique && { uniqueItems: true }), ...(minItems > 0 && { minItems }) };
}

function mapSchema(map: MapOf, context: SchemaContext): JsonSchema {
  const schema: JsonSchema = {
    type: "object",
    patternProperties: { [whole(map.key)]: entrySchema(map, { ...context, inEntry: true }) },
    additionalProperties: false,
    ...(map.maxEntries !== undefined && { maxProperties: map.maxEntries }),
  };
  return all([schema, ...(context.conditions.get(context.path.join(".")) ?? [])]);
}

/** The schema of a map's entries, whose fields are optional, save those that are needed. */
function entrySchema({ item, removable }: MapOf, context: SchemaContext): JsonSchema {
  const { description } = item;
  switch (item.kind) {
    case "group": {
      const schema = groupSchema(item, context);
      return removable ? { ...schema, properties: { ...schema.properties, enabled: enabledSchema } } : schema;
    }
    case "embedded":
      return { description, $ref: `#/definitions/${entryDefinitionName(item)}` };
    case "object":
      return { description, type: "object", properties: { enabled: enabledSchema } };
    default:
      return itemSchema(item, context);
  }
}

/** An item of a collection has no default: it is there because the user wrote it. */
function itemSchema(item: Declaration, context: SchemaContext): JsonSchema {
  const { default: _, ...schema } = declarationSchema(item, context);
  return schema;
}
