import { expect, test } from "vitest";
import { formerly } from "../../../generator/values/formerly.ts";
import { group } from "../../../generator/values/group.ts";
import { map } from "../../../generator/values/map.ts";
import { text } from "../../../generator/values/text.ts";

const tag = () => text("A tag.");

test.each<[string, () => unknown, string]>([
  ["today", () => group("Values.", { tag: formerly("version", tag()), version: tag() }), "tag"],
  ["formerly", () => group("Values.", { a: formerly("version", tag()), b: formerly("version", tag()) }), "b"],
  ["as well as its own", () => group("Values.", { version: formerly("version", tag()) }), "version"],
])("a former name that a value has %s is refused", (_, make, name) => {
  expect(make).toThrow(
    new RegExp(`^test/generator/values/formerly\\.test\\.ts:7: the former name "version" of "${name}" is that of `),
  );
});

test("a map whose default has entries is refused: who sets the former name would lose them", () => {
  const labels = map("Labels.", { key: ".+", item: tag(), default: { a: "b" } });
  expect(() => formerly("tags", labels)).toThrow('a map whose default has entries cannot be renamed from "tags"');
});

test("a text that each entry needs is refused: one with the former name would lack it", () => {
  const host = text("A host.", { needed: true });
  expect(() => formerly("name", host)).toThrow('a text that each entry needs cannot be renamed from "name"');
});
