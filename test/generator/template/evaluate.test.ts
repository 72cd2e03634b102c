import { describe, expect, test } from "vitest";
import { binding } from "../../../generator/expressions/binding.ts";
import { equals, isSet, not } from "../../../generator/expressions/condition.ts";
import { sum } from "../../../generator/expressions/number.ts";
import { childNamed } from "../../../generator/expressions/reference.ts";
import { digest, string, toText } from "../../../generator/expressions/text.ts";
import { countedEntriesOf, each, entriesOf, items, itemsOf } from "../../../generator/template/each.ts";
import { evaluateBody } from "../../../generator/template/evaluate/body.ts";
import { fragment, helper, itemsFrom, printed } from "../../../generator/template/helper.ts";
import { computed, keyedList, sharedItems } from "../../../generator/template/keyed-list.ts";
import { composed, mapping } from "../../../generator/template/mapping.ts";
import { childrenOf, rowsOf } from "../../../generator/template/rows.ts";
import { textBlock } from "../../../generator/template/text-block.ts";
import { when } from "../../../generator/template/when.ts";
import { environment } from "../expressions/environment.ts";
import { given } from "../expressions/values.ts";

const { on, off, mode, name, replicas, words, command, labels, entries, pair } = given;
const word = itemsOf(words, "word");
const entry = entriesOf(entries, "entry");
const counted = countedEntriesOf(entries, "counted");
const row = rowsOf({ two: isSet(name), one: off }, { name: "id", row: "row" });
const child = childrenOf(pair, { name: "id", value: "text" });
const greeting = binding("greeting", string`hello ${name}`);
const bound = helper<string>({ name: "bound", comment: "A text.", bindings: [greeting], body: greeting.reference });
const common = helper<{ [key: string]: string }>({ name: "labels", comment: "Labels.", body: mapping({ a: "b" }) });
const other = helper<{ [key: string]: string }>({ name: "other", comment: "Labels.", body: mapping({ a: "c" }) });
const perhaps = helper<string[]>({ name: "perhaps", comment: "Perhaps.", body: [when<string>(off, "x")] });

interface Named {
  readonly name: string;
  readonly b?: string;
}

const surely = helper<string[]>({ name: "surely", comment: "Surely.", body: ["x"] });
const part = helper<{ c: number }>({ name: "part", comment: "A part.", body: { c: 2 } });
const noPart = helper<{ c?: number }>({ name: "noPart", comment: "A part.", body: { c: when<number>(off, 3) } });
const shared = sharedItems<Named, "name">({ name: "shared", comment: "Shared." }, "name", { A: { b: "w" } });
const none = sharedItems<Named, "name">({ name: "none", comment: "None." }, "name", { C: when(off, { b: "w" }) });

interface Place {
  readonly name: string;
  readonly place: number;
}

interface Part {
  readonly b?: string | number | readonly string[];
  readonly c?: number;
}

test.each<[string, unknown, unknown]>([
  ["plain data", { kind: "Pod", spec: { a: 1, b: true } }, { kind: "Pod", spec: { a: 1, b: true } }],
  ["what is empty by itself", { none: [], empty: {} }, { none: [], empty: {} }],
  ["a text", { a: name }, { a: "web" }],
  ["an integer", { a: replicas }, { a: 1_048_576 }],
  ["an integer as text", { a: toText(replicas) }, { a: "1048576" }],
  ["a collection", { a: command }, { a: ["run"] }],
  ["a collection that is empty", { a: 1, b: labels }, { a: 1 }],
  ["an empty collection as an item", [labels], [{}]],
  ["a part", { a: when<string>(on, "x"), b: when<string>(off, "y") }, { a: "x" }],
  ["alternatives", { a: when<string>(off, "x", when<string>(off, "w", "z")) }, { a: "z" }],
  ["an empty collection of alternatives", { a: 1, b: when<object>(on, labels) }, { a: 1 }],
  ["alternative blocks", { a: when<Part>(not(equals(mode, "http")), { b: 1 }, { c: 2 }) }, { a: { c: 2 } }],
  ["an object without any of its parts", { a: { b: when<string>(off, "x") } }, undefined],
  ["a list without any of its items", { a: 1, b: [when<string>(off, "x")] }, { a: 1 }],
  ["items of a list", { a: ["x", each<string>(word, word.value), items(words)] }, { a: ["x", "a", "b", "a", "b"] }],
  [
    "entries of a map, in order, less those switched off",
    { a: [each<{ name: string; port: number }>(entry, { name: entry.key, port: entry.value.port })] },
    {
      a: [
        { name: "a", port: 81 },
        { name: "z", port: 80 },
      ],
    },
  ],
  [
    "a keyed list",
    keyedList<{ name: string; b?: string; c?: number }, "name">(
      "name",
      { own: { b: "x" }, bare: { c: when<number>(off, 1) }, gone: when(off, { b: "y" }) },
      entries,
    ),
    [{ name: "own", b: "x" }, { name: "bare" }, { name: "a", port: 81, secure: false }, { name: "z" }],
  ],
  [
    "a mapping",
    mapping(
      { own: name, no: when<string>(off, "x") },
      fragment(common, {}),
      when<{ [key: string]: string }>(off, fragment(other, {})),
      { named: [{ key: name, value: when<string>(isSet(name), "y") }] },
      labels,
    ),
    { own: "web", a: "b", web: "y" },
  ],
  [
    "a loop with a count, in which entries that are switched off keep their place",
    { a: [each<Place>(counted, { name: counted.key, place: sum(10, counted.index) })] },
    {
      a: [
        { name: "a", place: 10 },
        { name: "z", place: 12 },
      ],
    },
  ],
  [
    "items with a computed key",
    keyedList<Named, "name">("name", { own: { b: "x" } }, computed<Named>("web", { name })),
    [{ name: "own", b: "x" }, { name: "web" }],
  ],
  [
    "a mapping with an entry for each",
    mapping({ named: [{ key: string`${counted.key}-${counted.index}`, value: string`${counted.index}` }], ...counted }),
    { "a-0": "0", "z-2": "2" },
  ],
  [
    "a loop over a table, by name, with all bodies in each round",
    {
      a: [each<string>(row, string`${row.name} of ${childNamed(pair, row.name)}`, when<string>(row.holds, "holds"))],
    },
    { a: ["one of first", "two of second", "holds"] },
  ],
  [
    "a mapping with an entry for each child of a group",
    mapping({ named: [{ key: child.value, value: child.name }], ...child }),
    { first: "one", second: "two" },
  ],
  [
    "a block of text",
    { a: textBlock("first", when<string>(off, "no"), string`${name}:`, each<string>(word, string`- ${word.value}`)) },
    { a: "first\nweb:\n- a\n- b\n" },
  ],
  [
    "an object with fields that others have too",
    composed<Part, "c">([fragment(part, {}), fragment(noPart, {})], { b: 1 }),
    { c: 2, b: 1 },
  ],
  ["items that a helper gives, among others", { a: [itemsFrom(surely), itemsFrom(perhaps), "y"] }, { a: ["x", "y"] }],
  [
    "a keyed list with entries that others have too, which come first",
    keyedList<Named, "name">("name", { B: { b: "x" } }, shared, none),
    [
      { name: "A", b: "w" },
      { name: "B", b: "x" },
    ],
  ],
  ["a helper that gives nothing", { a: 1, b: fragment(perhaps, {}) }, { a: 1 }],
  ["a helper with a binding", { a: fragment(bound, {}) }, { a: "hello web" }],
])("%s", (_, body, wanted) => {
  expect(evaluateBody(body, environment())).toEqual(wanted);
});

describe("digests of what helpers give", () => {
  test("differ with the data, and are the same for the same", () => {
    const [first, again, second] = [common, common, other].map((from) =>
      evaluateBody(digest(printed(from, {})), environment()),
    );
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(again).toBe(first);
    expect(second).not.toBe(first);
  });
});
