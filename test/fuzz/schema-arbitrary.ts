import fc from "fast-check";
import type { JsonSchema, JsonTypeName, JsonValue } from "../../generator/values/json-schema.ts";
import { resolved } from "../charts/schema/schema-at.ts";
import { oddTexts } from "./texts.ts";

/** Numbers that Go writes in another way than JavaScript, and the usual ones. */
const numbers = [0, 1, 2, 3, 80, 8080, 999_999, 1_000_000, 1_048_576, 30_000_000, 2 ** 31 - 1];
/** Of collections: a few show what many would. */
const mostEntries = 3;

/** Values that a schema accepts, save for what it says by `if`, `anyOf` and the like: those are left to a validator. */
export function arbitraryOf(root: JsonSchema, schema: JsonSchema): fc.Arbitrary<JsonValue> {
  const target = resolved(root, schema);
  if (target.enum) return fc.constantFrom(...target.enum);
  const types = typeof target.type === "string" ? [target.type] : (target.type ?? []);
  return fc.oneof(...types.map((type) => ofType(type, root, target)));
}

function ofType(type: JsonTypeName, root: JsonSchema, schema: JsonSchema): fc.Arbitrary<JsonValue> {
  switch (type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.oneof(numbersWithin(schema), fc.integer(bounds(schema)));
    case "number":
      return fc.oneof(numbersWithin(schema), fc.double({ ...bounds(schema), noNaN: true, noDefaultInfinity: true }));
    case "string":
      return textOf(schema);
    case "array":
      return listOf(root, schema);
    case "object":
      return objectOf(root, schema);
    case "null":
      return fc.constant(null);
  }
}

function bounds({ minimum, maximum }: JsonSchema): { min: number; max: number } {
  return { min: minimum ?? 0, max: maximum ?? 2 ** 31 - 1 };
}

function numbersWithin(schema: JsonSchema): fc.Arbitrary<number> {
  const { min, max } = bounds(schema);
  return fc.constantFrom(min, ...numbers.filter((number) => number >= min && number <= max));
}

/** Space and line ends that `\s` and `.` take for such in JavaScript and not in Go, or the other way round. */
const foreignSpace = /[\v\r\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]/u;

/**
 * What is lost where the text is the last thing that Helm prints: of line feeds the last, by `toYaml`, and space that Helm
 * cuts from the end of a file, which Helm 3 writes without quotes.
 */
const lostEnd = new RegExp(`((^|\\n)\\n|${foreignSpace.source})$`, "u");

const known = new Map<string, fc.Arbitrary<string>>();

/** Made once for each form of texts: fast-check takes long to make one of a pattern, and many values have the same. */
function textOf({ pattern, minLength = 0, maxLength = 200, examples = [] }: JsonSchema): fc.Arbitrary<string> {
  const form = JSON.stringify([pattern, minLength, maxLength, examples]);
  const texts = known.get(form) ?? textsOf(pattern, minLength, maxLength, examples);
  known.set(form, texts);
  return texts;
}

function textsOf(
  pattern: string | undefined,
  minLength: number,
  maxLength: number,
  examples: readonly JsonValue[],
): fc.Arbitrary<string> {
  const form = pattern === undefined ? undefined : new RegExp(pattern, "u");
  const fits = (text: string): boolean =>
    !lostEnd.test(text) &&
    [...text].length >= minLength &&
    [...text].length <= maxLength &&
    (form === undefined || (form.test(text) && !foreignSpace.test(text)));
  const odd = [...oddTexts, ...examples.filter((example) => typeof example === "string")].filter(fits);
  const drawn = form ? fc.stringMatching(form) : fc.string({ minLength, maxLength: 20, unit: "grapheme" });
  const fitting = drawn.filter(fits);
  return odd.length === 0 ? fitting : fc.oneof(fc.constantFrom(...odd), fitting);
}

function listOf(root: JsonSchema, { items = {}, minItems = 0, uniqueItems }: JsonSchema): fc.Arbitrary<JsonValue> {
  const item = arbitraryOf(root, items);
  const size = { minLength: minItems, maxLength: Math.max(minItems, mostEntries) };
  return uniqueItems
    ? fc.uniqueArray(item, { ...size, selector: (value) => JSON.stringify(value) })
    : fc.array(item, size);
}

/** Some of the properties, all that are required, and a few entries under keys of the user's. */
function objectOf(root: JsonSchema, schema: JsonSchema): fc.Arbitrary<JsonValue> {
  const { properties = {}, patternProperties = {}, additionalProperties, propertyNames, required = [] } = schema;
  const declared = Object.entries(properties)
    // What the chart writes itself is refused, with a message in place of a value.
    .filter(([, property]) => property.const === undefined)
    .map(([name, property]): fc.Arbitrary<Entries> => {
      const value = arbitraryOf(root, property).map((drawn): Entries => [[name, drawn]]);
      return required.includes(name) ? value : sometimes(value, name === "enabled" ? 1 : 4);
    });
  const others = typeof additionalProperties === "object" ? [entriesOf(root, propertyNames, additionalProperties)] : [];
  const ofForms = Object.entries(patternProperties).map(([pattern, entry]) => entriesOf(root, { pattern }, entry));
  const isOpen = additionalProperties === undefined;
  return fc
    .tuple(...(isOpen ? [manifest] : []), ...declared, ...others, ...ofForms)
    .map((parts) => Object.fromEntries(parts.flat()));
}

type Entries = readonly (readonly [string, JsonValue])[];

function sometimes(entries: fc.Arbitrary<Entries>, absent: number): fc.Arbitrary<Entries> {
  return fc.oneof({ weight: absent, arbitrary: fc.constant<Entries>([]) }, { weight: 1, arbitrary: entries });
}

/** Helm prints it without quotes and so merges by it, whatever the chart does. Kubernetes has no use for it either. */
const mergeKey = "<<";

function entriesOf(root: JsonSchema, key: JsonSchema = {}, entry: JsonSchema): fc.Arbitrary<Entries> {
  const keys = textOf(key).filter((text) => text !== mergeKey);
  return fc.array(fc.tuple(keys, arbitraryOf(root, entry)), { maxLength: mostEntries });
}

/** What fits where anything does: a whole object of the user's. */
const manifest: fc.Arbitrary<Entries> = fc
  .tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.dictionary(fc.stringMatching(/^[\w.-]{1,8}$/), textOf({})))
  .map(([name, data]) => Object.entries({ apiVersion: "v1", kind: "ConfigMap", metadata: { name }, data }));
