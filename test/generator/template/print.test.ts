import { describe, expect, test } from "vitest";
import { binding } from "../../../generator/expressions/binding.ts";
import { and, equals, hasEntries, isSet, not } from "../../../generator/expressions/condition.ts";
import { scopeOf } from "../../../generator/expressions/print.ts";
import { string, toText } from "../../../generator/expressions/text.ts";
import { each, entriesOf, items, itemsOf } from "../../../generator/template/each.ts";
import { boundFragment, fragment, helper, include, itemsFrom, printed } from "../../../generator/template/helper.ts";
import { keyedList, sharedItems } from "../../../generator/template/keyed-list.ts";
import { composed, mapping } from "../../../generator/template/mapping.ts";
import { printDocument } from "../../../generator/template/print/body.ts";
import { printHelper } from "../../../generator/template/print/helper.ts";
import { childrenOf, rowsOf } from "../../../generator/template/rows.ts";
import { when } from "../../../generator/template/when.ts";
import { given } from "../expressions/values.ts";

const { on, off, mode, name, replicas, words, command, labels, entries, pair } = given;
const word = itemsOf(words, "word");
const entry = entriesOf(entries, "entry");
const row = rowsOf({ two: isSet(name), one: on }, { name: "id", row: "row" });
const child = childrenOf(pair, { name: "id", value: "text" });
const wide = and(...["first", "second", "third"].map((word) => not(equals(name, `the ${word} of some long words`))));
const full = helper<string>({ name: "fullname", comment: "A name.", plain: true, body: name });
const common = helper<{ [key: string]: string }>({ name: "labels", comment: "Labels.", body: mapping({ a: "b" }) });
const data = binding("data", printed(common, {}));
const perhaps = helper<string[]>({ name: "perhaps", comment: "Perhaps.", body: [when<string>(on, "x")] });

const surely = helper<string[]>({ name: "surely", comment: "Surely.", body: ["x"] });
const part = helper<{ c: number }>({ name: "part", comment: "A part.", body: { c: 2 } });
const perhapsPart = helper<{ c?: number }>({
  name: "perhapsPart",
  comment: "A part.",
  body: { c: when<number>(on, 2) },
});
const shared = sharedItems<Named, "name">({ name: "shared", comment: "Shared." }, "name", { A: { b: "w" } });

interface Named {
  readonly name: string;
  readonly b?: string;
}

interface Part {
  readonly b?: string | number | readonly string[];
  readonly c?: number;
}

function lines(...text: readonly string[]): string {
  return text.join("\n");
}

describe("bodies", () => {
  test.each<[string, object, string]>([
    ["plain data", { kind: "Pod", spec: { a: 1, b: true } }, lines("kind: Pod", "spec:", "  a: 1", "  b: true")],
    [
      "words that YAML 1.1 reads otherwise",
      { a: "on", b: "1_000", c: "1e3" },
      lines('a: "on"', 'b: "1_000"', 'c: "1e3"'),
    ],
    ["short lists of words", { drop: ["ALL"], none: [], empty: {} }, lines("drop: [ALL]", "none: []", "empty: {}")],
    ["several lines", { script: "a\nb\n" }, lines("script: |", "  a", "  b")],
    ["braces", { a: "{{ x }}" }, 'a: "{{ "{{" }} x }}"'],
    ["a text", { a: name }, "a: {{ .Values.name | quote }}"],
    ["an integer", { a: replicas }, "a: {{ int64 .Values.replicas }}"],
    ["an integer as text", { a: toText(replicas) }, "a: {{ int64 .Values.replicas | quote }}"],
    ["an option", { a: mode }, "a: {{ .Values.mode }}"],
    ["a name", { a: string`${include(full, {})}-config` }, 'a: {{ include "demo.fullname" . }}-config'],
    ["a name alone, which may be `true`", { a: include(full, {}) }, 'a: {{ include "demo.fullname" . | quote }}'],
    ["a text that is no name", { a: string`${name}!` }, 'a: {{ printf "%s!" .Values.name | quote }}'],
    [
      "a collection that may be empty",
      { a: words },
      lines("{{- with .Values.words }}", "a:", "  {{- toYaml . | nindent 2 }}", "{{- end }}"),
    ],
    ["a collection that is never empty", { a: command }, lines("a:", "  {{- toYaml .Values.command | nindent 2 }}")],
    ["a part", { a: when<string>(on, "x") }, lines("{{- if .Values.on }}", "a: x", "{{- end }}")],
    [
      "neighbours under one condition",
      { a: when<string>(on, "x"), b: when<string>(on, "w"), c: when<string>(off, "z") },
      lines("{{- if .Values.on }}", "a: x", "b: w", "{{- end }}", "{{- if .Values.off }}", "c: z", "{{- end }}"),
    ],
    [
      "alternatives",
      { a: when<string>(on, "x", when<string>(off, "w", "z")) },
      lines("{{- if .Values.on }}", "a: x", "{{- else if .Values.off }}", "a: w", "{{- else }}", "a: z", "{{- end }}"),
    ],
    [
      "alternative blocks under one key",
      { a: when<Part>(equals(mode, "http"), { b: 1 }, { c: 2 }) },
      lines("a:", '  {{- if eq .Values.mode "http" }}', "  b: 1", "  {{- else }}", "  c: 2", "  {{- end }}"),
    ],
    [
      "an object that may be empty",
      { a: { b: when<string>(on, "x") } },
      lines("{{- if .Values.on }}", "a:", "  b: x", "{{- end }}"),
    ],
    [
      "what is known is not asked twice",
      { a: when<Part>(hasEntries(words), { b: words }) },
      lines("{{- if .Values.words }}", "a:", "  b:", "    {{- toYaml .Values.words | nindent 4 }}", "{{- end }}"),
    ],
    [
      "items of a list",
      { a: ["x", when<string>(on, "w"), items(words)] },
      lines(
        "a:",
        "  - x",
        "  {{- if .Values.on }}",
        "  - w",
        "  {{- end }}",
        "  {{- with .Values.words }}",
        "  {{- toYaml . | nindent 2 }}",
        "  {{- end }}",
      ),
    ],
    [
      "a loop over a list",
      { a: ["x", each<Part>(word, { b: word.value })] },
      lines("a:", "  - x", "  {{- range $word := .Values.words }}", "  - b: {{ $word | quote }}", "  {{- end }}"),
    ],
    [
      "a loop over a map",
      { a: ["x", each<Part>(entry, { b: entry.key, c: entry.value.port })] },
      lines(
        "a:",
        "  - x",
        "  {{- range $entryName, $entry := .Values.entries }}",
        '  {{- if dig "enabled" true $entry }}',
        "  - b: {{ $entryName | quote }}",
        '    c: {{ int64 (dig "port" 80 $entry) }}',
        "  {{- end }}",
        "  {{- end }}",
      ),
    ],
    [
      "a loop over a table, with several items in each round",
      { a: ["x", each<string>(row, row.name, when<string>(row.holds, "w"))] },
      lines(
        "a:",
        "  - x",
        '  {{- range $id, $row := dict "two" .Values.name "one" .Values.on }}',
        "  - {{ $id | quote }}",
        "  {{- if $row }}",
        "  - w",
        "  {{- end }}",
        "  {{- end }}",
      ),
    ],
    [
      "a loop over a table that is too wide for a line",
      { a: ["x", each<string>(rowsOf({ one: on, two: wide, three: off }, { name: "id", row: "row" }), row.name)] },
      lines(
        "a:",
        "  - x",
        "  {{- range $id, $row := dict",
        '      "one" .Values.on',
        '      "two"',
        "        (and",
        '          (ne .Values.name "the first of some long words")',
        '          (ne .Values.name "the second of some long words")',
        '          (ne .Values.name "the third of some long words"))',
        '      "three" .Values.off }}',
        "  - {{ $id | quote }}",
        "  {{- end }}",
      ),
    ],
    [
      "a mapping with an entry for each child of a group",
      { a: mapping({ b: "c" }, { named: [{ key: child.value, value: child.name }], ...child }) },
      lines(
        "a:",
        "  b: c",
        "  {{- range $id, $text := .Values.pair }}",
        "  {{ $text | quote }}: {{ $id | quote }}",
        "  {{- end }}",
      ),
    ],
    [
      "an item that is put together",
      { a: [composed<Part, "c">([fragment(part, {})], { b: name }, "b")] },
      lines("a:", "  - b: {{ .Values.name | quote }}", '    {{- include "demo.part" . | nindent 4 }}'),
    ],
    [
      "an item that begins with what a helper prints",
      { a: [composed<Part, "c">([fragment(part, {})], { b: name })] },
      lines("a:", "  -", '    {{- include "demo.part" . | nindent 4 }}', "    b: {{ .Values.name | quote }}"),
    ],
    [
      "what a helper prints, from where it is bound",
      { a: boundFragment(common, data) },
      lines("a:", "  {{- $data | nindent 2 }}"),
    ],
    ["the same as an item", { a: [boundFragment(common, data)] }, lines("a:", "  -", "    {{- $data | nindent 4 }}")],
    [
      "a keyed list",
      { env: keyedList<{ name: string; value: string }, "name">("name", { A: { value: "x" } }, entries) },
      lines(
        "env:",
        "  - name: A",
        "    value: x",
        "  {{- range $key, $entry := .Values.entries }}",
        '  {{- if dig "enabled" true $entry }}',
        "  - name: {{ $key | quote }}",
        '    {{- with omit $entry "enabled" }}',
        "    {{- toYaml . | nindent 4 }}",
        "    {{- end }}",
        "  {{- end }}",
        "  {{- end }}",
      ),
    ],
    [
      "labels",
      { labels: mapping(fragment(common, {}), { b: "c" }, labels) },
      lines(
        "labels:",
        '  {{- include "demo.labels" . | nindent 2 }}',
        "  b: c",
        "  {{- with .Values.labels }}",
        "  {{- toYaml . | nindent 2 }}",
        "  {{- end }}",
      ),
    ],
    [
      "an object with fields that others have too",
      { a: composed<Part, "c">([fragment(part, {})], { b: 1 }) },
      lines("a:", '  {{- include "demo.part" . | nindent 2 }}', "  b: 1"),
    ],
    [
      "the same, in the order of reading",
      { a: composed<Part & { d: number }, "c">([fragment(part, {})], { d: 1, b: 1 }, "d") },
      lines("a:", "  d: 1", '  {{- include "demo.part" . | nindent 2 }}', "  b: 1"),
    ],
    [
      "an object with fields that others may have too",
      { a: composed<Part, "c">([fragment(perhapsPart, {})], { b: 1 }) },
      lines(
        "a:",
        '  {{- with include "demo.perhapsPart" . }}',
        '  {{- . | trimPrefix "\\n" | nindent 2 }}',
        "  {{- end }}",
        "  b: 1",
      ),
    ],
    [
      "items that a helper prints, among others",
      { a: [itemsFrom(surely), itemsFrom(perhaps), "w"] },
      lines(
        "a:",
        '  {{- include "demo.surely" . | nindent 2 }}',
        '  {{- with include "demo.perhaps" . }}',
        '  {{- . | trimPrefix "\\n" | nindent 2 }}',
        "  {{- end }}",
        "  - w",
      ),
    ],
    [
      "a keyed list with entries that others have too",
      { env: keyedList<Named, "name">("name", { B: { b: "x" } }, shared) },
      lines("env:", '  {{- include "demo.shared" . | nindent 2 }}', "  - name: B", "    b: x"),
    ],
    [
      "a helper that may print nothing",
      { a: fragment(perhaps, {}) },
      lines('{{- with include "demo.perhaps" . }}', "a:", '  {{- . | trimPrefix "\\n" | nindent 2 }}', "{{- end }}"),
    ],
  ])("%s", (_, body, wanted) => {
    expect(printDocument(body, scopeOf("demo")).join("\n")).toBe(wanted);
  });

  test.each<[string, object, string]>([
    [
      "a collection that may be empty in many ways",
      { a: { b: when<string>(on, "x"), c: when<string>(off, "y"), d: when<string>(isSet(name), "z") } },
      '"a" may be empty in 3 ways; give it an entry that is always there',
    ],
    [
      "an item that may be empty",
      { a: ["x", { b: when<string>(not(on), "y") }] },
      "an item with the fields b may be empty; give it one that is not",
    ],
  ])("refuses %s", (_, body, message) => {
    expect(() => printDocument(body, scopeOf("demo"))).toThrow(message);
  });
});

test("a mapping takes no text that is bound, which it would include a second time", () => {
  expect(() => mapping({ a: "b" }, boundFragment(common, data))).toThrow(
    'a mapping includes "labels" itself and takes no text that is bound',
  );
});

describe("helpers", () => {
  test("a text has no line breaks around it", () => {
    const choice = helper<string>({ name: "choice", comment: "A choice.", body: when<string>(on, name, "x") });
    expect(printHelper(choice, "demo").join("\n")).toBe(
      lines(
        "{{- /* A choice. */}}",
        '{{- define "demo.choice" -}}',
        "{{- if .Values.on }}",
        "{{- .Values.name }}",
        "{{- else }}",
        '{{- "x" }}',
        "{{- end }}",
        "{{- end }}",
      ),
    );
  });
});
