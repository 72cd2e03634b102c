import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { editorSchema, valuesSchema } from "../../../generator/output/schema.ts";
import { defaultOf } from "../../../generator/values/defaults.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";
import { merged } from "../../../generator/values/merge.ts";
import { demo } from "../demo/chart.ts";
import { values } from "../demo/values.ts";

const schema = valuesSchema(demo);
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(schema);
const validatePart = ajv.compile(editorSchema(demo));
const defaults = defaultOf(values);

describe("valuesSchema accepts", () => {
  test.each<[string, object]>([
    ["the defaults", {}],
    ["what an umbrella chart passes", { enabled: true, global: { storageClass: "x", imageRegistry: "y" } }],
    ["numbers in their range", { server: { replicas: 9, ratio: 0.25 } }],
    ["an option", { server: { mode: "exec" } }],
    ["quantities", { server: { memory: "512Mi", cpuLimit: 1.5 } }],
    ["an empty text where that means nothing", { server: { address: "", memory: 1 } }],
    ["a list", { server: { modules: ["a", "b"], tolerations: [{ key: "x", operator: "Exists" }] } }],
    ["an embedded type", { server: { affinity: { podAntiAffinity: {} } } }],
    ["a map of texts", { server: { labels: { "example.com/team": "a" } } }],
    ["a map entry that is switched off", { server: { env: { DEBUG: { enabled: false } } } }],
    ["a map entry with some of its fields", { server: { routes: { a: { host: "x", enabled: true }, b: {} } } }],
    ["a secret of the right form", { secrets: { server: { values: { token: "abcd" } } } }],
  ])("%s", (_, over) => {
    validate(merged(defaults, over));
    expect(validate.errors).toBeNull();
  });
});

describe("valuesSchema refuses", () => {
  test.each<[string, object, path: string, message: string]>([
    ["an unknown key at the top", { x: 1 }, "", "must NOT have additional properties"],
    ["an unknown key in a group", { server: { x: 1 } }, "/server", "must NOT have additional properties"],
    ["null over a value", { server: { replicas: null } }, "/server/replicas", "must be integer"],
    ["a number out of range", { server: { replicas: 10 } }, "/server/replicas", "must be <= 9"],
    ["a fraction", { server: { replicas: 1.5 } }, "/server/replicas", "must be integer"],
    ["no option", { server: { mode: "off" } }, "/server/mode", "must be equal to one of the allowed values"],
    ["a text of another form", { server: { address: "A" } }, "/server/address", 'must match pattern "^(?:[a-z.]+)?$"'],
    ["an empty text", { server: { path: "" } }, "/server/path", "must NOT have fewer than 1 characters"],
    ["no quantity", { server: { memory: "1GB" } }, "/server/memory", "must match pattern"],
    ["an empty quantity", { server: { memory: "" } }, "/server/memory", "must match pattern"],
    ["an item twice", { server: { modules: ["a", "a"] } }, "/server/modules", "must NOT have duplicate items"],
    ["an unknown field of a Kubernetes type", { server: { affinity: { x: 1 } } }, "/server/affinity", "additional"],
    ["an unknown field of an entry", { server: { routes: { a: { x: 1 } } } }, "/server/routes/a", "additional"],
    ["an unknown field of a Kubernetes entry", { server: { env: { A: { x: 1 } } } }, "/server/env/A", "additional"],
    ["the key as a field of an entry", { server: { env: { A: { name: "A" } } } }, "/server/env/A", "additional"],
    ["a key of another form", { server: { env: { "A-B": {} } } }, "/server/env", "must NOT have additional properties"],
    [
      "a variable of the chart's ConfigMap",
      { server: { env: { DEMO_HOST: { value: "x" } } } },
      "/server/env",
      "server.address instead: the chart sets it when property DEMO_HOST is present",
    ],
    [
      "a variable from a Secret",
      { server: { env: { DEMO_TOKEN: { value: "x" } } } },
      "/server/env",
      "secrets.server.existingSecret or secrets.server.values.token instead: the chart sets it when property DEMO_TOKEN",
    ],
    [
      "a variable of the chart's own",
      { server: { env: { POD: { value: "x" } } } },
      "/server/env",
      "nothing: the chart itself sets it, and it cannot be changed here when property POD is present",
    ],
    [
      "a label that helpers write",
      { commonLabels: { "app.kubernetes.io/name": "x" } },
      "/commonLabels",
      "nameOverride instead: the chart sets it when property app.kubernetes.io/name is present",
    ],
    [
      "a key beside the user's own in a mapping",
      { server: { labels: { hosts: "x" } } },
      "/server/labels",
      "it cannot be changed here when property hosts is present",
    ],
    [
      "a forbidden combination",
      { server: { mode: "exec", routes: { a: {} } } },
      "/server/mode",
      "http, because routes need it",
    ],
  ])("%s", (_, over, path, message) => {
    expect(validate(merged(defaults, over))).toBe(false);
    const [error] = validate.errors ?? [];
    expect(error?.instancePath).toBe(path);
    expect(`${error?.message}: ${error?.params["allowedValue"] ?? ""}`).toContain(message);
  });

  test("a missing value", () => {
    expect(validate({ ...(defaults as object), openshift: undefined })).toBe(false);
  });

  test("a secret of another form, without repeating it", () => {
    expect(validate(merged(defaults, { secrets: { server: { values: { token: "hunter2" } } } }))).toBe(false);
    expect(JSON.stringify(validate.errors)).not.toContain("hunter2");
    expect(validate.errors?.[0]?.params).toEqual({ allowedValue: "a text of the form ^(?:[a-z]{4})$" });
  });
});

describe("editorSchema", () => {
  test("proposes values, which the other schema does not", () => {
    const proposed = { default: 1, examples: [3] };
    expect(editorSchema(demo).properties?.["server"]?.properties?.["replicas"]).toMatchObject(proposed);
    expect(JSON.stringify(schema)).not.toMatch(/"(default|examples)":/);
  });

  test("accepts a file that sets some values only", () => {
    validatePart({ server: { replicas: 2, env: { DEBUG: { enabled: false } } } });
    expect(validatePart.errors).toBeNull();
  });

  test("refuses what the other schema refuses", () => {
    expect(validatePart({ server: { replicas: "2" } })).toBe(false);
    expect(validatePart({ server: { x: 2 } })).toBe(false);
  });
});

test("every object is closed and every property is described", () => {
  expect(ajv.validateSchema(schema)).toBe(true);
  const open: string[] = [];
  const undescribed: string[] = [];
  inspect(schema, "", open, undescribed);
  // The other open objects are maps, whose entries have a schema.
  expect(open).toEqual(["/global"]);
  expect(undescribed).toEqual([]);
});

/** Rules stand under `allOf`, and are no part of this. */
function inspect(part: JsonSchema, path: string, open: string[], undescribed: string[]): void {
  if (part.type === "object" && (part.additionalProperties === undefined || part.additionalProperties === true))
    open.push(path);
  for (const [name, property] of Object.entries(part.properties ?? {})) {
    if (!property.description) undescribed.push(`${path}/${name}`);
    inspect(property, `${path}/${name}`, open, undescribed);
  }
  if (part.items) inspect(part.items, `${path}/*`, open, undescribed);
  if (typeof part.additionalProperties === "object") inspect(part.additionalProperties, `${path}/*`, open, undescribed);
  for (const [name, definition] of Object.entries(part.definitions ?? {}))
    inspect(definition, `#${name}`, open, undescribed);
}
