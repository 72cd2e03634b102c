import type { JsonSchema, JsonTypeName, JsonValue } from "../values/json-schema.ts";
import type { Change, Kind } from "./change.ts";

/** A schema, with the one that its references lead into. */
interface Side {
  readonly schema: JsonSchema;
  readonly root: JsonSchema;
}

/** Keywords of each type: one says nothing about values of another type. */
const lowerBounds = {
  integer: ["minimum"],
  string: ["minLength"],
  array: ["minItems"],
  object: ["minProperties"],
} as const;
const upperBounds = { integer: ["maximum"], string: ["maxLength"], array: [], object: ["maxProperties"] } as const;
const bounded = ["integer", "string", "array", "object"] as const;

/** How two schemas differ in the values they accept, by the paths of these. */
export function schemaChanges(before: JsonSchema, after: JsonSchema): readonly Change[] {
  return [...changes({ schema: before, root: before }, { schema: after, root: after }, [])];
}

function* changes(from: Side, to: Side, path: readonly string[]): Generator<Change> {
  const [before, after] = [resolved(from), resolved(to)];
  const change = (kind: Kind, detail: string): Change => ({ path: path.join("."), kind, detail });
  const both = (type: JsonTypeName): boolean => typesOf(before).includes(type) && typesOf(after).includes(type);
  yield* typeChanges(before, after, change);
  yield* optionChanges(before, after, change);
  for (const type of bounded.filter(both)) yield* boundChanges(type, before, after, change);
  if (both("string")) yield* patternChanges(before, after, change);
  yield* conditionChanges({ schema: before, root: from.root }, { schema: after, root: to.root }, change);
  if (both("array")) {
    yield* uniqueChanges(before, after, change);
    yield* changesWithin(from.root, before.items, to.root, after.items, path);
  }
  if (both("object")) {
    yield* keyChanges(before, after, change);
    yield* childChanges({ schema: before, root: from.root }, { schema: after, root: to.root }, path);
  }
}

/** How what stands below differs, where a side that says nothing accepts anything. */
function* changesWithin(
  from: JsonSchema,
  before: JsonSchema | undefined,
  to: JsonSchema,
  after: JsonSchema | undefined,
  path: readonly string[],
): Generator<Change> {
  if (before ?? after)
    yield* changes({ schema: before ?? {}, root: from }, { schema: after ?? {}, root: to }, [...path, "*"]);
}

type Make = (kind: Kind, detail: string) => Change;

function* typeChanges(before: JsonSchema, after: JsonSchema, change: Make): Generator<Change> {
  const [old, now] = [typesOf(before), typesOf(after)];
  const gone = without(old, now);
  const more = without(now, old);
  if (gone.length > 0) yield change("narrowed", `no longer ${gone.join(" or ")}`);
  if (more.length > 0) yield change("widened", `now ${more.join(" or ")} as well`);
}

const everyType: readonly JsonTypeName[] = ["array", "boolean", "integer", "null", "number", "object", "string"];

/** Every number is one of the kinds that these name; an integer is a number. Options imply their types. */
function typesOf(schema: JsonSchema): readonly JsonTypeName[] {
  const { type = optionsOf(schema)?.map(typeOf) ?? everyType } = schema;
  const types: readonly JsonTypeName[] = typeof type === "string" ? [type] : [...new Set(type)];
  return types.includes("number") && !types.includes("integer") ? [...types, "integer"] : types;
}

function typeOf(value: JsonValue): JsonTypeName {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value === "string" ? "string" : typeof value === "boolean" ? "boolean" : "object";
}

function* optionChanges(before: JsonSchema, after: JsonSchema, change: Make): Generator<Change> {
  const [old, now] = [optionTexts(before), optionTexts(after)];
  if (now === undefined) {
    if (old !== undefined) yield change("widened", "now anything of its type");
    return;
  }
  if (old === undefined) {
    yield change("narrowed", `now only ${now.join(", ")}`);
    return;
  }
  const gone = without(old, now);
  const more = without(now, old);
  if (gone.length > 0) yield change("narrowed", `no longer ${gone.join(", ")}`);
  if (more.length > 0) yield change("widened", `now also ${more.join(", ")}`);
}

function optionsOf(schema: JsonSchema): readonly JsonValue[] | undefined {
  return schema.const === undefined ? schema.enum : [schema.const];
}

function optionTexts(schema: JsonSchema): readonly string[] | undefined {
  return optionsOf(schema)?.map((option) => JSON.stringify(option));
}

function* boundChanges(
  type: (typeof bounded)[number],
  before: JsonSchema,
  after: JsonSchema,
  change: Make,
): Generator<Change> {
  for (const keyword of lowerBounds[type]) yield* boundChange(keyword, before[keyword], after[keyword], 1, change);
  for (const keyword of upperBounds[type]) yield* boundChange(keyword, before[keyword], after[keyword], -1, change);
}

function* patternChanges(before: JsonSchema, after: JsonSchema, change: Make): Generator<Change> {
  if (before.pattern === after.pattern) return;
  yield after.pattern === undefined
    ? change("widened", "no pattern any more")
    : change("narrowed", `another pattern, ${after.pattern}`);
}

function* uniqueChanges(before: JsonSchema, after: JsonSchema, change: Make): Generator<Change> {
  if (before.uniqueItems === after.uniqueItems) return;
  yield after.uniqueItems ? change("narrowed", "no item twice") : change("widened", "items may occur twice");
}

/** Which keys an object needs and which it may have. */
function* keyChanges(before: JsonSchema, after: JsonSchema, change: Make): Generator<Change> {
  yield* needChanges(before.required, after.required, "", change);
  const [old, now] = [before.dependencies ?? {}, after.dependencies ?? {}];
  for (const key of new Set([...Object.keys(old), ...Object.keys(now)]))
    yield* needChanges(old[key], now[key], ` beside ${key}`, change);
  const [wasOpen, isOpen] = [isOpenObject(before), isOpenObject(after)];
  if (wasOpen && !isOpen) yield change("narrowed", "no longer any key");
  if (!wasOpen && isOpen) yield change("widened", "now any key");
  const [oldKeys, keys] = [keysOf(before), keysOf(after)];
  // In a closed object without any, entries are new; what becomes of those that are gone is told of themselves.
  if (oldKeys !== keys && keys !== "" && (oldKeys !== "" || wasOpen))
    yield change("narrowed", `other names of entries, ${keys}`);
}

function* needChanges(
  before: readonly string[] = [],
  after: readonly string[] = [],
  where: string,
  change: Make,
): Generator<Change> {
  const [more, gone] = [without(after, before), without(before, after)];
  if (more.length > 0) yield change("narrowed", `now needs ${more.join(", ")}${where}`);
  if (gone.length > 0) yield change("widened", `no longer needs ${gone.join(", ")}${where}`);
}

/** Conditions that are only ever the same or not: what another one refuses cannot be told in general. */
function* conditionChanges(from: Side, to: Side, change: Make): Generator<Change> {
  const [before, after] = [conditionsOf(from), conditionsOf(to)];
  for (const [keyword, old] of Object.entries(before)) {
    const now = after[keyword as keyof Conditions];
    const [more, gone] = [without(now, old), without(old, now)];
    if (more.length === 0 && gone.length === 0) continue;
    // One of several suffices: more of them accept more, unless there were none to fit.
    const isWider = keyword === "anyOf" && old.length > 0 ? gone.length === 0 || now.length === 0 : more.length === 0;
    yield change(isWider ? "widened" : "narrowed", `other conditions (${keyword})`);
  }
}

type Conditions = Readonly<Record<"anyOf" | "allOf" | "not" | "if" | "contains" | "propertyNames", readonly string[]>>;

/** As texts. What depends on a condition belongs to it, and a condition on which nothing depends is none. */
function conditionsOf({ schema, root }: Side): Conditions {
  const text = (part: unknown): string => expanded(part, root);
  const one = (part: JsonSchema | undefined): readonly string[] => (part === undefined ? [] : [text(part)]);
  const choice = {
    if: schema.if,
    ...(schema.then && { then: schema.then }),
    ...(schema.else && { else: schema.else }),
  };
  return {
    anyOf: (schema.anyOf ?? []).map(text),
    allOf: (schema.allOf ?? []).map(text),
    not: one(schema.not),
    if: choice.if && (choice.then ?? choice.else) ? [text(choice)] : [],
    contains: one(schema.contains),
    propertyNames: one(schema.propertyNames),
  };
}

function without(texts: readonly string[], others: readonly string[]): readonly string[] {
  return texts.filter((text) => !others.includes(text));
}

/** @param direction 1 where a higher bound refuses more, -1 where a lower one does */
function* boundChange(
  keyword: string,
  before: number | undefined,
  after: number | undefined,
  direction: 1 | -1,
  change: Make,
): Generator<Change> {
  if (before === after) return;
  const none = direction * Number.NEGATIVE_INFINITY;
  const isNarrower = direction * ((after ?? none) - (before ?? none)) > 0;
  yield change(isNarrower ? "narrowed" : "widened", `${keyword} ${before ?? "none"} → ${after ?? "none"}`);
}

function isOpenObject({ additionalProperties }: JsonSchema): boolean {
  return additionalProperties !== false;
}

type Schemas = Readonly<Record<string, JsonSchema>>;

function* childChanges(from: Side, to: Side, path: readonly string[]): Generator<Change> {
  const unnamed = additional(from.schema);
  yield* fieldChanges(from.root, from.schema.properties ?? {}, to.root, to.schema.properties ?? {}, unnamed, path);
  // That entries of an open object have to fit something is told by their names.
  yield* fieldChanges(from.root, patterned(from.schema), to.root, patterned(to.schema), undefined, path);
  const says = [from.schema, to.schema].some(({ additionalProperties }) => typeof additionalProperties === "object");
  if (says && isOpenObject(from.schema) && isOpenObject(to.schema))
    yield* changesWithin(from.root, unnamed, to.root, additional(to.schema), path);
}

/** What keys may hold that have no name in the schema. */
function additional({ additionalProperties = true }: JsonSchema): JsonSchema | undefined {
  if (typeof additionalProperties === "object") return additionalProperties;
  return additionalProperties ? {} : undefined;
}

/** @param unnamed What a key that is new might hold before, if it might be there. */
function* fieldChanges(
  from: JsonSchema,
  before: Schemas,
  to: JsonSchema,
  after: Schemas,
  unnamed: JsonSchema | undefined,
  path: readonly string[],
): Generator<Change> {
  for (const [name, schema] of Object.entries(before)) {
    const now = after[name];
    const at = [...path, name];
    if (now === undefined) yield { path: at.join("."), kind: "removed", detail: "no longer a value" };
    else yield* changes({ schema, root: from }, { schema: now, root: to }, at);
  }
  for (const [name, schema] of Object.entries(after)) {
    if (before[name] !== undefined) continue;
    yield { path: [...path, name].join("."), kind: "added", detail: "a new value" };
    if (unnamed) yield* changes({ schema: unnamed, root: from }, { schema, root: to }, [...path, name]);
  }
}

/** Entries of a map under one name for all of them; what their own names may be is compared apart. */
function patterned({ patternProperties = {} }: JsonSchema): Schemas {
  const schemas = Object.entries(patternProperties);
  return Object.fromEntries(schemas.map(([pattern, schema]) => [schemas.length === 1 ? "<name>" : pattern, schema]));
}

function keysOf({ patternProperties = {} }: JsonSchema): string {
  return Object.keys(patternProperties).join(" or ");
}

/** The schema that a reference leads to; beside one, draft-07 knows no other keyword. */
function resolved({ schema, root }: Side): JsonSchema {
  const name = schema.$ref?.replace("#/definitions/", "");
  if (name === undefined) return schema;
  const target = root.definitions?.[name];
  if (target === undefined) throw new Error(`a schema refers to ${schema.$ref}, which is not there`);
  return resolved({ schema: target, root });
}

/** A part of a schema as text, with what it refers to, without descriptions, and in an order that is always the same. */
function expanded(part: unknown, root: JsonSchema): string {
  return JSON.stringify(part, (key, value: unknown) => {
    // What is called so and is no text is a value with this name.
    if (key === "description" && typeof value === "string") return undefined;
    if ((key === "required" || key === "enum") && Array.isArray(value)) return value.toSorted();
    if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
    const schema = "$ref" in value ? resolved({ schema: value as JsonSchema, root }) : value;
    return Object.fromEntries(Object.entries(schema).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
