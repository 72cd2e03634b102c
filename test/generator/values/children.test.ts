import { expect, test } from "vitest";
import { children } from "../../../generator/values/children.ts";
import { text } from "../../../generator/values/text.ts";

test("a value declared twice is refused with both places", () => {
  const first = { image: text("An image."), tag: text("A tag.") };
  const second = { image: text("Another image.") };
  expect(() => children(first, second)).toThrow(
    /^the value "image" is declared twice: test\/generator\/values\/children\.test\.ts:6 and .*children\.test\.ts:7$/,
  );
});

test("different values become one set, in order", () => {
  const merged = children({ b: text("B.") }, { a: text("A.") });
  expect(Object.keys(merged)).toEqual(["b", "a"]);
});
