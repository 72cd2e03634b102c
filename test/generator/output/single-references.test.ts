import { expect, test } from "vitest";
import { withoutSingleReferences } from "../../../generator/output/single-references.ts";

test("what one definition refers to stands there under its description; what values or several refer to stays", () => {
  const shared = { $ref: "#/definitions/Shared" };
  const root = {
    properties: { a: { description: "Value a.", $ref: "#/definitions/Outer" } },
    allOf: [{ if: { properties: { a: { type: "object" as const } } } }],
  };
  const schema = withoutSingleReferences({
    ...root,
    definitions: {
      Outer: { description: "Outer.", properties: { inner: { description: "Inner.", $ref: "#/definitions/Inner" } } },
      Inner: { description: "An inner one.", additionalProperties: { $ref: "#/definitions/Innermost" }, not: shared },
      Innermost: { items: shared },
      Shared: { type: "string" },
    },
  });
  expect(schema).toEqual({
    ...root,
    definitions: {
      Outer: {
        description: "Outer.",
        properties: {
          inner: { description: "Inner.", additionalProperties: { items: shared }, not: shared },
        },
      },
      Shared: { type: "string" },
    },
  });
});
