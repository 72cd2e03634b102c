import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { evaluatorOf, notesOf } from "../../generator/evaluate.ts";
import { type Expression, node } from "../../generator/expressions/expression.ts";
import { printExpression, type Scope, scopeOf } from "../../generator/expressions/print.ts";
import { referenceFrom, references } from "../../generator/expressions/reference.ts";
import { valuesSections } from "../../generator/output/readme/values-table.ts";
import { editorSchema, valuesSchema } from "../../generator/output/schema.ts";
import { templates } from "../../generator/output/templates.ts";
import { valuesYaml } from "../../generator/output/values.ts";
import { changesBetween } from "../../generator/release/changes.ts";
import { releaseProblems } from "../../generator/release/problems.ts";
import { recordOf } from "../../generator/release/record.ts";
import { entriesOf } from "../../generator/template/each.ts";
import { boolean } from "../../generator/values/boolean.ts";
import { defaultOf } from "../../generator/values/defaults.ts";
import { formerly } from "../../generator/values/formerly.ts";
import { group } from "../../generator/values/group.ts";
import { map } from "../../generator/values/map.ts";
import { merged } from "../../generator/values/merge.ts";
import { text } from "../../generator/values/text.ts";
import { after, before, newValues, renamed } from "./demo/renamed.ts";
import { choices } from "./demo/renamed-choices.ts";

const release = { name: "demo", namespace: "tests" };
const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });

describe("the schema", () => {
  const validate = ajv.compile(valuesSchema(renamed));
  const errorsOf = (values: object): readonly string[] => {
    validate(merged(defaultOf(renamed.values), values));
    const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== "if");
    return errors.map(({ instancePath, params, message }) => `${instancePath}: ${params["allowedValue"] ?? message}`);
  };

  test.each(choices)("accepts %s under either name", (_, former, own) => {
    expect(errorsOf(former)).toEqual([]);
    expect(errorsOf(own)).toEqual([]);
  });

  const silent = "http, as it is silent";
  const both = (name: string) => `left out: it was renamed to ${name}, which is set as well`;
  test.each<[string, object, readonly string[]]>([
    ["another type under the former name", { server: { count: "2" } }, ["/server/count: must be integer"]],
    ["null under the former name", { server: { debug: null } }, ["/server/debug: must be boolean"]],
    ["both names", { server: { count: 0, replicas: 2 } }, [`/server/count: ${both("replicas")}`]],
    ["both names at the top", { logging: "info", level: "debug" }, [`/logging: ${both("level")}`]],
    ["both names of a list", { server: { parts: [], modules: ["a"] } }, [`/server/parts: ${both("modules")}`]],
    [
      "both names in an entry",
      { server: { routes: { a: { name: "x", host: "y" } } } },
      [`/server/routes/a/name: ${both("host")}`],
    ],
    ["a combination", { server: { mode: "exec", verbose: false } }, [`/server/mode: ${silent}`]],
    ["a combination of former names", { server: { kind: "exec", debug: false } }, [`/server/kind: ${silent}`]],
    ["a combination, half of it renamed", { server: { mode: "exec", debug: false } }, [`/server/mode: ${silent}`]],
    ["the other half", { server: { kind: "exec", verbose: false } }, [`/server/kind: ${silent}`]],
  ])("refuses %s", (_, values, want) => {
    expect(errorsOf(values)).toEqual(want);
  });

  test("accepts what the former name makes good", () => {
    expect(errorsOf({ server: { kind: "http", debug: false } })).toEqual([]);
    expect(errorsOf({ server: { kind: "exec", debug: true } })).toEqual([]);
  });

  test("tells editors that the former name is deprecated, and requires it nowhere", () => {
    const { properties } = editorSchema(renamed).properties?.["server"] ?? {};
    expect(properties?.["count"]).toEqual({
      description: "Renamed to replicas.",
      type: "integer",
      minimum: 0,
      deprecated: true,
    });
    const server = valuesSchema(renamed).properties?.["server"];
    expect(server?.required).toEqual(["replicas", "verbose", "mode", "modules", "tags", "routes"]);
    expect(server?.properties?.["count"]).not.toHaveProperty("deprecated");
  });
});

test("templates look under the former name first", () => {
  const text = templates(renamed).get("config-map.yaml");
  for (const line of [
    'level: {{ dig "logging" .Values.level .Values.AsMap | quote }}',
    'replicas: {{ int64 (dig "count" .Values.server.replicas .Values.server) | quote }}',
    'verbose: {{ dig "debug" .Values.server.verbose .Values.server | quote }}',
    'modules: {{ join "," (dig "parts" .Values.server.modules .Values.server) | quote }}',
    '{{- range $routeIndex, $routeName := keys (dig "paths" .Values.server.routes .Values.server) | sortAlpha }}',
    '{{- $route := index (dig "paths" $.Values.server.routes $.Values.server) $routeName }}',
    '{{ dig "name" (dig "host" "localhost" $route) $route | quote }}',
    '{{- with dig "extra" .Values.server.tags .Values.server }}',
  ])
    expect(text).toContain(line);
});

const dashed = references(
  group("Values.", {
    "a-b": group("A group.", { c: formerly("d", text("A text.")) }),
    entries: map("Entries.", {
      key: ".+",
      item: group("An entry.", {
        tls: group("TLS.", { on: formerly("enabled", boolean("A switch.", { default: true })) }),
      }),
    }),
  }),
);
const entry = entriesOf(dashed.entries, "entry");
const { server } = newValues(formerly).children;
const top = scopeOf("demo");
const replicas = references(group("Values.", { server })).server.replicas;
const parameter = referenceFrom({ op: "parameter", name: "of" }, server);
test.each<[string, Expression<unknown>, Scope, string]>([
  ["in a loop", replicas, { ...top, nested: true }, 'int64 (dig "count" $.Values.server.replicas $.Values.server)'],
  [
    "in a helper",
    replicas,
    { ...top, root: ".root" },
    'int64 (dig "count" .root.Values.server.replicas .root.Values.server)',
  ],
  ["in a helper's argument", parameter.verbose, top, 'dig "debug" .of.verbose .of'],
  ["in a group whose name is no word", dashed["a-b"].c, top, `dig "d" (index .Values "a-b" "c") (index .Values "a-b")`],
  ["deep in an entry", entry.value.tls.on, top, 'dig "tls" "enabled" (dig "tls" "on" true $entry) $entry'],
  [
    "that is a helper's argument itself",
    referenceFrom({ op: "parameter", name: "of" }, server.children.verbose),
    top,
    ".of",
  ],
])("a renamed value %s", (_, { [node]: tree }, scope, want) => {
  expect(printExpression(tree, scope)).toBe(want);
});

test.each(choices)("the evaluator reads %s under either name", (_, former, own) => {
  const evaluate = evaluatorOf(renamed);
  expect(evaluate({ ...release, values: former })).toEqual(evaluate({ ...release, values: own }));
  expect(evaluate({ ...release, values: own })).not.toEqual(evaluate({ ...release, values: {} }));
  expect(notesOf(renamed, { ...release, values: former })).toBe(notesOf(renamed, { ...release, values: own }));
});

test("values.yaml and the README mention a former name beside the new one", () => {
  const note = "Formerly `count`, which is accepted until the next major version.";
  expect(valuesYaml(renamed)).toContain(`  # ${note}\n  # Example: 3\n  replicas: 1\n`);
  const [, server] = valuesSections(renamed.values).filter(({ name }) => ["", "server"].includes(name));
  expect(server?.table).toContain(`| How many run. ${note} |`);
  expect(server?.table).not.toMatch(/^\| `server\.count`/m);
});

describe("a release", () => {
  const [first, second] = [recordOf(before), recordOf(renamed)];

  test("with new names is a minor step", async () => {
    const values = ["level", "replicas", "verbose", "mode", "modules", "tags", "routes", "paths.<name>.host"];
    expect(changesBetween(first, second).map(({ kind, path }) => `${kind} ${path}`)).toEqual(
      expect.arrayContaining(["added level", ...values.slice(1).map((name) => `added server.${name}`)]),
    );
    expect(changesBetween(first, second)).toHaveLength(values.length);
    expect(await releaseProblems(renamed, first)).toEqual([]);
  });

  test("with the former names gone is a major step", async () => {
    const gone = changesBetween(second, recordOf(after)).filter(({ kind }) => kind === "removed");
    expect(gone.map(({ path }) => path)).toContain("server.count");
    expect(await releaseProblems(after, second)).toEqual([]);
    const minor = { ...after, metadata: { ...after.metadata, version: "1.2.0" } };
    expect((await releaseProblems(minor, second)).join()).toContain("must be 2.0.0 at least");
  });
});
