import { expect, test } from "vitest";
import { boolean } from "../../../generator/values/boolean.ts";
import { defaultOf } from "../../../generator/values/defaults.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { list } from "../../../generator/values/list.ts";
import { map } from "../../../generator/values/map.ts";
import { secret } from "../../../generator/values/secret.ts";
import { text } from "../../../generator/values/text.ts";

test("what a group is when nobody sets anything", () => {
  const values = group("Values.", {
    name: text("A name."),
    token: secret("A token."),
    inner: group("A group.", {
      on: boolean("A switch.", { default: true }),
      count: integer("A count.", { default: 3 }),
    }),
    words: list("Words.", { item: text("A word."), default: ["a"] }),
    labels: map("Labels.", { key: ".+", item: text("A label."), default: { a: "b" } }),
  });
  expect(defaultOf(values)).toEqual({
    name: "",
    token: "",
    inner: { on: true, count: 3 },
    words: ["a"],
    labels: { a: "b" },
  });
});
