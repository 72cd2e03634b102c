import { describe, expect, test } from "vitest";
import type { OpenApiSchema } from "../../../ci/openapi/openapi-schema.ts";
import { type Extraction, structureOf } from "../../../ci/openapi/structure.ts";

const ref = (name: string): OpenApiSchema => ({ allOf: [{ $ref: `#/components/schemas/${name}` }] });
const kind = { group: "a", version: "v1", kind: "Root" };

function extraction(schemas: Record<string, OpenApiSchema>, rest: Partial<Extraction> = {}): Extraction {
  return { source: "test", schemas, enums: new Map(), roots: ["io.a.v1.Root"], leftOut: {}, ...rest };
}

/** The root's one field, as extracted. */
function fieldOf(schema: OpenApiSchema, enums: ReadonlyMap<string, readonly string[]> = new Map()): unknown {
  const other: OpenApiSchema = { properties: { name: { type: "string" } } };
  const root: OpenApiSchema = { properties: { field: schema } };
  const { types } = structureOf(extraction({ "io.a.v1.Root": root, "io.a.v1.Other": other }, { enums }));
  const { Root: type } = types;
  const { field } = type !== undefined && "fields" in type ? type.fields : {};
  return field;
}

describe("structureOf", () => {
  test.each<[string, OpenApiSchema, unknown]>([
    ["a literal", { type: "boolean" }, { type: "boolean" }],
    ["a format", { type: "integer", format: "int32" }, { type: "integer", format: "int32" }],
    ["a default", { type: "string", default: "TCP" }, { type: "string", default: "TCP" }],
    ["an empty default", { type: "string", default: "" }, { type: "string" }],
    ["a reference", { $ref: "#/components/schemas/io.a.v1.Other" }, { ref: "Other" }],
    ["a wrapped reference", ref("io.a.v1.Other"), { ref: "Other" }],
    ["a list", { type: "array", items: ref("io.a.v1.Other") }, { list: { ref: "Other" } }],
    [
      "a list with keys",
      { type: "array", items: ref("io.a.v1.Other"), "x-kubernetes-list-map-keys": ["name"] },
      { list: { ref: "Other" }, keys: ["name"] },
    ],
    ["a map", { type: "object", additionalProperties: { type: "string" } }, { map: { type: "string" } }],
  ])("%s", (_, schema, want) => {
    expect(fieldOf(schema)).toEqual(want);
  });

  test.each<[string, OpenApiSchema, unknown]>([
    ["of a field", { type: "string" }, { type: "string", enum: ["A"] }],
    ["of items", { type: "array", items: { type: "string" } }, { list: { type: "string", enum: ["A"] } }],
  ])("options %s", (_, schema, want) => {
    expect(fieldOf(schema, new Map([["io.a.v1.Root.field", ["A"]]]))).toEqual(want);
  });

  test("a kind without its status, sorted", () => {
    const schemas: Record<string, OpenApiSchema> = {
      "io.a.v1.Root": {
        properties: {
          status: ref("io.a.v1.RootStatus"),
          spec: ref("io.a.v1.RootSpec"),
          kind: { type: "string" },
          apiVersion: { type: "string" },
          secret: ref("io.a.v1.Missing"),
        },
        required: ["spec", "kind"],
        "x-kubernetes-group-version-kind": [kind],
      },
      "io.a.v1.RootSpec": { properties: { status: { type: "string" } } },
    };
    expect(structureOf(extraction(schemas, { leftOut: { "io.a.v1.Root": ["secret"] } }))).toEqual({
      source: "test",
      kinds: { "a/v1": { Root: "Root" } },
      types: {
        Root: {
          fields: {
            apiVersion: { type: "string", enum: ["a/v1"] },
            kind: { type: "string", enum: ["Root"] },
            spec: { ref: "RootSpec" },
          },
          required: ["kind", "spec"],
        },
        RootSpec: { fields: { status: { type: "string" } } },
      },
    });
  });

  test("two types of one short name by group", () => {
    const schemas: Record<string, OpenApiSchema> = {
      "io.a.v1.Root": { properties: { a: ref("io.a.v1.Same"), b: ref("io.b.v1.Same") } },
      "io.a.v1.Same": { properties: {} },
      "io.b.v1.Same": { properties: {} },
    };
    expect(structureOf(extraction(schemas)).types).toEqual({
      Root: { fields: { a: { ref: "a.v1.Same" }, b: { ref: "b.v1.Same" } } },
      "a.v1.Same": { fields: {} },
      "b.v1.Same": { fields: {} },
    });
  });

  test("the scalars", () => {
    const schemas: Record<string, OpenApiSchema> = {
      "io.a.v1.Root": { properties: { a: ref("io.a.IntOrString"), b: ref("io.a.Quantity") } },
      "io.a.IntOrString": { format: "int-or-string", oneOf: [{ type: "integer" }, { type: "string" }] },
      "io.a.Quantity": { oneOf: [{ type: "string" }, { type: "number" }] },
    };
    const { IntOrString, Quantity } = structureOf(extraction(schemas)).types;
    expect([IntOrString, Quantity]).toEqual([{ scalar: "int-or-string" }, { scalar: "quantity" }]);
  });

  test.each<[string, Extraction, RegExp]>([
    ["a missing root", extraction({}), /io.a.v1.Root: not in the OpenAPI documents of test/],
    [
      "an open object",
      extraction({ "io.a.v1.Root": { properties: { field: { type: "object" } } } }),
      /io.a.v1.Root.field: type object without more structure/,
    ],
    ["an unknown scalar", extraction({ "io.a.v1.Root": { type: "object" } }), /io.a.v1.Root: an object without fields/],
    [
      "an unknown field to leave out",
      extraction({ "io.a.v1.Root": { properties: {} } }, { leftOut: { "io.a.v1.Root": ["uid"] } }),
      /io.a.v1.Root: it has no field "uid" to leave out/,
    ],
  ])("refuses %s", (_, given, want) => {
    expect(() => structureOf(given)).toThrow(want);
  });
});
