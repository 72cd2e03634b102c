import { describe, expect, test } from "vitest";
import { binding } from "../../../generator/expressions/binding.ts";
import { release } from "../../../generator/expressions/builtin.ts";
import { always, equals, isSet } from "../../../generator/expressions/condition.ts";
import { string } from "../../../generator/expressions/text.ts";
import { templates } from "../../../generator/output/templates.ts";
import type { Document } from "../../../generator/template/document.ts";
import { helper, include } from "../../../generator/template/helper.ts";
import type { Chart } from "../../../generator/topology/chart.ts";
import { callerOf, type Place } from "../../../generator/values/place.ts";
import { demo } from "../demo/chart.ts";
import { server } from "../demo/values.ts";

const here = (): Place => callerOf(here);
const document: Document = {
  file: "a/config-map",
  comment: "A comment.",
  condition: always,
  bindings: [],
  body: { apiVersion: "v1", kind: "ConfigMap" },
  place: here(),
};

function printed(changes: Partial<Document>, chart: Partial<Chart> = {}): string | undefined {
  return templates({ ...demo, documents: [{ ...document, ...changes }], ...chart }).get("a/config-map.yaml");
}

const head = `{{- /* A comment. */}}
{{- /* Produced from test/generator/output/templates.test.ts by \`npm run gen\`; edit that instead. */}}
`;
const name = binding("name", release.name);
const address = binding("address", server.address);

describe("a document's template", () => {
  test.each<[string, Partial<Document>, string]>([
    ["has two lines of comment", {}, "apiVersion: v1\nkind: ConfigMap\n"],
    [
      "is guarded by its condition",
      { condition: isSet(server.address) },
      "{{- if .Values.server.address }}\napiVersion: v1\nkind: ConfigMap\n{{- end }}\n",
    ],
    [
      "binds what the condition needs before it, and the rest behind it",
      { condition: equals(name.reference, "x"), bindings: [name, address] },
      `{{- $name := .Release.Name }}
{{- if eq $name "x" }}
{{- $address := .Values.server.address }}
apiVersion: v1
kind: ConfigMap
{{- end }}
`,
    ],
  ])("%s", (_, changes, want) => {
    expect(printed(changes)).toBe(head + want);
  });

  test("is refused where a line is too wide", () => {
    const wide = { apiVersion: "v1", kind: "x".repeat(120) };
    expect(() => printed({ body: wide })).toThrow(
      /^test\/generator\/output\/templates\.test\.ts:\d+: line 4 of templates\/a\/config-map\.yaml is wider than 120/,
    );
  });

  test("names the document of what cannot be printed", () => {
    const body = { ...document.body, metadata: ["x", { name: server.tolerations }] };
    expect(() => printed({ body })).toThrow(
      /templates\.test\.ts:\d+: templates\/a\/config-map\.yaml cannot be printed: /,
    );
  });
});

describe("_helpers.tpl", () => {
  const inner = helper<string>({ name: "b.inner", comment: "Inner.", body: release.name });
  const outer = helper<string>({ name: "a.outer", comment: "Outer.", body: string`${include(inner, {})}-x` });

  test("holds what documents and notes need, by name, and nothing else", () => {
    const notes = [{ condition: always, lines: [include(outer, {})] }];
    expect(
      templates({ ...demo, documents: [], notes }).get("_helpers.tpl"),
    ).toBe(`{{- /* Produced from generator/charts/demo by \`npm run gen\`; edit that instead. */}}

{{- /* Outer. */}}
{{- define "demo.a.outer" -}}
{{- printf "%s-x" (include "demo.b.inner" .) }}
{{- end }}

{{- /* Inner. */}}
{{- define "demo.b.inner" -}}
{{- .Release.Name }}
{{- end }}
`);
  });
});

test("NOTES.txt has a blank line between paragraphs, whichever are there", () => {
  const notes = [
    { condition: always, lines: ["One.", string`Two ${release.name}.`] },
    { condition: server.verbose, lines: ["Braces: {{ x }}."] },
    { condition: always, lines: ["Last."] },
  ];
  expect(templates({ ...demo, notes }).get("NOTES.txt")).toBe(`One.
Two {{ .Release.Name }}.
{{- if .Values.server.verbose }}

Braces: {{ "{{" }} x }}.
{{- end }}

Last.
`);
});
