import { expect, test } from "vitest";
import { withSharedDefinitions } from "../../../generator/output/shared-definitions.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";

const labels = (description: string): JsonSchema => ({
  description,
  type: "object",
  propertyNames: { pattern: "^(?:[a-z]([-a-z0-9]*[a-z0-9])?)$" },
  additionalProperties: { description: "A label.", type: "string", maxLength: 63 },
});
const group = (properties: Readonly<Record<string, JsonSchema>>): JsonSchema => ({
  description: "A group.",
  type: "object",
  properties,
  additionalProperties: false,
});

test("what occurs twice becomes a definition, and keeps its description and default where it stands", () => {
  const schema = withSharedDefinitions({
    properties: {
      a: group({ labels: labels("Labels of a."), on: { type: "boolean" } }),
      b: group({ labels: { ...labels("Labels of b."), default: {} }, off: { type: "boolean" } }),
    },
    definitions: { Existing: {} },
  });
  const { description: _, ...shared } = labels("");
  expect(schema).toEqual({
    properties: {
      a: group({
        labels: { description: "Labels of a.", $ref: "#/definitions/labels" },
        on: { type: "boolean" },
      }),
      b: group({
        labels: { description: "Labels of b.", default: {}, $ref: "#/definitions/labels" },
        off: { type: "boolean" },
      }),
    },
    definitions: { labels: shared, Existing: {} },
  });
});

test("what occurs within something shared only is no definition of its own, and names do not collide", () => {
  const whole = group({ labels: labels("Labels.") });
  const other = { ...group({ x: { type: "string", pattern: "^(?:[a-z]([-a-z0-9]*[a-z0-9])?)$" } }), maxProperties: 3 };
  const schema = withSharedDefinitions({
    properties: { a: group({ pod: whole, b: other }), c: group({ pod: whole, d: other, e: { type: "string" } }) },
    definitions: { pod: {} },
  });
  expect(Object.keys(schema.definitions ?? {}).sort()).toEqual(["aPod", "b", "pod"]);
});
