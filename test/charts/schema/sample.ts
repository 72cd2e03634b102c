import { channels } from "../../../generator/charts/arizuko/platforms.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { resolved } from "./schema-at.ts";
import { partValidator } from "./validator.ts";

/** Texts to try where a schema asks for a form. Add one where a test says that none fits. */
const texts = [
  "example",
  "EXAMPLE",
  "1Gi",
  "10.0.0.1",
  "10.0.0.0/8",
  "example.com",
  "https://example.com",
  "/example",
  "*/5 * * * *",
  "30s",
  "50%",
  "8080",
  "Etc/UTC",
  "http",
  "user@example.com",
  "sha256:".padEnd(71, "0"),
  "abcd",
  "1:example",
  "xoxb-example",
  "+420123456789",
  ...Object.values(channels),
];

/** A value with everything in it that a schema knows, so that everything can be got wrong in turn. */
export function sampleOf(root: JsonSchema, schema: JsonSchema): unknown {
  const target = resolved(root, schema);
  const [option] = target.enum?.filter((each) => each !== "") ?? [];
  if (option !== undefined) return option;
  const types = Array.isArray(target.type) ? target.type : [target.type];
  switch (types[0]) {
    case "object":
      return sampleObject(root, target);
    case "array":
      return target.items ? [sampleOf(root, target.items)] : [];
    case "boolean":
      return true;
    case "integer":
    case "number":
      return Math.max(target.minimum ?? 1, 1);
    case "string":
      return sampleText(root, target);
    default:
      throw new Error(`a schema without a type cannot be sampled: ${JSON.stringify(target).slice(0, 200)}`);
  }
}

function sampleObject(root: JsonSchema, schema: JsonSchema): unknown {
  const { properties = {}, patternProperties = {}, additionalProperties, propertyNames } = schema;
  const declared = Object.entries(properties)
    // What the chart writes itself is refused, with a message in place of a value.
    .filter(([, property]) => property.const === undefined)
    .map(([key, property]) => [key, sampleOf(root, property)]);
  const ofForms = Object.entries(patternProperties).map(([pattern, entry]) => [
    sampleText(root, { type: "string", pattern }),
    sampleOf(root, entry),
  ]);
  const others =
    typeof additionalProperties === "object"
      ? [[sampleText(root, { type: "string", ...propertyNames }), sampleOf(root, additionalProperties)]]
      : [];
  return Object.fromEntries([...declared, ...ofForms, ...others]);
}

/** Samples by what a schema asks of a text: thousands of values share a few dozen forms, and compiling a schema takes long. */
const samples = new WeakMap<JsonSchema, Map<string, string>>();

function sampleText(root: JsonSchema, schema: JsonSchema): string {
  const { description: _, default: __, ...form } = schema;
  const known = samples.get(root) ?? new Map<string, string>();
  samples.set(root, known);
  const key = JSON.stringify(form);
  const sample = known.get(key) ?? firstThatFits(root, form);
  known.set(key, sample);
  return sample;
}

function firstThatFits(root: JsonSchema, form: JsonSchema): string {
  const validate = partValidator(root, form);
  const sample = texts.find((text) => validate(text).length === 0);
  if (sample === undefined) throw new Error(`no sample text fits ${JSON.stringify(form)}; add one to texts`);
  return sample;
}
