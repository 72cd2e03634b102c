import { describe, expect, test } from "vitest";
import { modelProblems, problemsOf, valueProblems } from "../../../generator/check/problems.ts";
import { always, equals, isSet, not } from "../../../generator/expressions/condition.ts";
import { childNamed, references } from "../../../generator/expressions/reference.ts";
import { string } from "../../../generator/expressions/text.ts";
import { fullname } from "../../../generator/kubernetes/names.ts";
import type { Document } from "../../../generator/template/document.ts";
import { each, entriesOf } from "../../../generator/template/each.ts";
import { fragment, helper, include, itemsFrom, parametricHelper } from "../../../generator/template/helper.ts";
import { keyedList, sharedItems } from "../../../generator/template/keyed-list.ts";
import { composed } from "../../../generator/template/mapping.ts";
import { rowsOf } from "../../../generator/template/rows.ts";
import { textBlock } from "../../../generator/template/text-block.ts";
import { when } from "../../../generator/template/when.ts";
import type { Chart, Profile } from "../../../generator/topology/chart.ts";
import { type Component, component } from "../../../generator/topology/component.ts";
import { configuration } from "../../../generator/topology/config-map.ts";
import { fromSecret } from "../../../generator/topology/secret-source.ts";
import { type VariableSet, variables } from "../../../generator/topology/variables.ts";
import { formerly } from "../../../generator/values/formerly.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { callerOf, type Place } from "../../../generator/values/place.ts";
import { type Text, text } from "../../../generator/values/text.ts";
import { demo, demoProfile, serverComponent, source } from "../demo/chart.ts";
import { renamed } from "../demo/renamed.ts";
import { server, values } from "../demo/values.ts";

const here = (): Place => callerOf(here);
/** Every problem begins with its place, which in these tests is in this file unless said otherwise. */
const at = (text: string, file = "test/generator/check/problems.test.ts") =>
  expect.stringMatching(new RegExp(`^${escaped(file)}:\\d+: ${escaped(text)}$`));
const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");

const metadata = { name: fullname };
const document = (file: string, body: Document["body"]): Document => ({
  file,
  comment: "A comment.",
  condition: always,
  bindings: [],
  body,
  place: here(),
});
const configMap = (file: string, name: unknown = fullname) =>
  document(file, { apiVersion: "v1", kind: "ConfigMap", metadata: { name } });
const withDocuments = (...documents: readonly Document[]): Chart => ({
  ...demo,
  documents: [...demo.documents, ...documents],
});
const profile = (overrides: object, changes: Partial<Profile> = {}): Chart => ({
  ...demo,
  profiles: [{ ...demoProfile, ...changes, values: overrides, place: here() }],
});
const pod = (container: object) => ({
  apiVersion: "v1",
  kind: "Pod",
  metadata,
  spec: { containers: [{ name: "main", ...container }] },
});

test("a right model has no problems", async () => {
  expect(await problemsOf(demo)).toEqual([]);
});

describe("values", () => {
  test("that no template uses", () => {
    const more = group("Values.", {
      ...values.children,
      spare: group("A group.", { count: integer("A count.", { default: 1 }) }),
    });
    expect(modelProblems({ ...demo, values: more })).toEqual([
      at("no template or rule uses the value spare.count; use it or remove its declaration"),
    ]);
  });

  test("that the helper which is given their group does not use", () => {
    const box = group("A group.", { size: text("A size."), weight: text("A weight.") });
    const size = parametricHelper({ part: box }, ({ part }) => ({
      name: "size",
      comment: "A size.",
      body: string`${part.size}`,
    }));
    const printer = parametricHelper({ box }, ({ box: whole }) => ({
      name: "printer",
      comment: "A box.",
      body: include(size, { part: whole }),
    }));
    const given = references(group("Values.", { box }));
    const more = group("Values.", { ...values.children, box });
    const documents = [...demo.documents, configMap("box", include(printer, given))];
    expect(modelProblems({ ...demo, values: more, documents })).toEqual([
      at("no template or rule uses the value box.weight; use it or remove its declaration"),
    ]);
  });

  test("of which no template uses a field of the entries", () => {
    const route = entriesOf(server.routes, "route");
    const ports = [each<{ name: string; port: number }>(route, { name: route.key, port: route.value.weight })];
    const documents = demo.documents.map((one) =>
      one.file === "server/service" ? { ...one, body: { ...one.body, spec: { ports } } } : one,
    );
    expect(modelProblems({ ...demo, documents })).toEqual([
      at(
        "no template or rule uses the value server.routes.*.host; use it or remove its declaration",
        "test/generator/demo/values.ts",
      ),
    ]);
  });
});

test("a helper that is given a group and does not know a former name in it", () => {
  const inner = (size: Text) => group("A group.", { size });
  const printer = parametricHelper({ box: inner(text("A size.")) }, ({ box }) => ({
    name: "printer",
    comment: "A size.",
    body: box.size,
  }));
  const box = inner(formerly("width", text("A size.")));
  const given = references(group("Values.", { box }));
  const more = group("Values.", { ...values.children, box });
  const documents = [...demo.documents, configMap("box", include(printer, given))];
  expect(modelProblems({ ...demo, values: more, documents })).toEqual([
    at(
      'the helper "printer" is given box.size in a group and does not know that it was "width"; rename it in the ' +
        "helper's parameter as well",
    ),
  ]);
});

test("a former name of what a loop reads by name", () => {
  const pair = group("A group.", { one: text("A text."), two: formerly("second", text("A text.")) });
  const given = references(group("Values.", { pair }));
  const more = group("Values.", { ...values.children, pair });
  const row = rowsOf({ one: always, two: always }, { name: "id", row: "row" });
  const loop = textBlock(each<string>(row, childNamed(given.pair, row.name)));
  const body = { apiVersion: "v1", kind: "ConfigMap", metadata, data: { pair: loop } };
  const documents = [...demo.documents, document("pair", body)];
  expect(modelProblems({ ...demo, values: more, documents })).toEqual([
    at('templates loop over pair and do not find pair.two as "second"; keep its name'),
  ]);
});

test("nothing is wrong with values that were renamed", async () => {
  expect(await valueProblems(renamed)).toEqual([]);
});

describe("a default that breaks the schema", () => {
  test.each<[string, number, string]>([
    ["out of range", 12, "the default server2.count must be <= 9; change it"],
    ["no integer", 1.5, "the default server2.count must be integer; change it"],
  ])("%s", async (_, count, message) => {
    const server2 = group("A group.", { count: integer("A count.", { default: count, maximum: 9 }) });
    const more = group("Values.", { ...values.children, server2 });
    const problems = await problemsOf({ ...demo, values: more });
    expect(problems).toContainEqual(at(message));
  });
});

describe("a profile that breaks the schema", () => {
  test.each<[string, object, string]>([
    ["an unknown key", { server: { replica: 2 } }, "server.replica is not declared; the nearest name is replicas"],
    ["an unknown key at the top", { servr: {} }, "servr is not declared; the nearest name is server"],
    [
      "an unknown field of a Kubernetes type",
      { server: { affinity: { podAfinity: {} } } },
      "server.affinity.podAfinity is not declared; the nearest name is podAffinity",
    ],
    ["a wrong type", { server: { replicas: "2" } }, "server.replicas must be integer; change it"],
    ["no option", { server: { mode: "htp" } }, "server.mode is none of its options; write one of on, http, exec"],
    [
      "a key that the chart sets",
      { server: { env: { DEMO_HOST: { value: "x" } } } },
      "server.env.DEMO_HOST is refused; set server.address instead: the chart sets it",
    ],
    [
      "a forbidden combination",
      { server: { mode: "exec", routes: { a: {} } } },
      "server.mode must be http, because routes need it",
    ],
  ])("%s", async (_, overrides, message) => {
    expect(await problemsOf(profile(overrides))).toEqual([at(`the profile "demo-large": ${message}`)]);
  });

  test("with the values for its test on top", async () => {
    const { profiles } = profile({}, { ci: { values: { server: { mode: "exec", routes: { a: {} } } } } });
    expect(await problemsOf({ ...demo, profiles })).toEqual([
      at('the profile "demo-large" in its test: server.mode must be http, because routes need it'),
    ]);
  });

  test("a layer is tried on every other profile", async () => {
    const base = { ...demoProfile, name: "base", values: { server: { routes: { a: {} } } } };
    const { profiles } = profile({ server: { mode: "exec" } }, { name: "layer", layer: true });
    expect(await problemsOf({ ...demo, profiles: [base, ...profiles] })).toEqual([
      at('the profile "layer" on "base": server.mode must be http, because routes need it'),
    ]);
  });
});

describe("components", () => {
  const common = { name: "other", suffix: "other", description: "Another.", enabled: always };
  const configured = (...sets: readonly VariableSet[]) =>
    configuration({ suffix: "other-config", file: "other/config-map", component: "other", enabled: always, sets });

  test("with two listeners on one port", () => {
    const other = component({ ...common, listeners: { http: { port: 80 }, web: { port: 80 }, metrics: { port: 81 } } });
    expect(modelProblems({ ...demo, components: [serverComponent, other] })).toEqual([
      at(
        'the listeners http of component "other" and web of component "other" are in one pod and both on port 80; ' +
          "give one another port",
      ),
    ]);
  });

  const twice = (name: string) =>
    at(
      `component "other" declares the environment variable ${name} twice; remove one of the two, or give them ` +
        "conditions that exclude each other",
    );
  const set = when<string>(isSet(server.address), "x");
  const unset = when<string>(not(isSet(server.address)), "y");
  const mode = (option: "on" | "http") => when<string>(equals(server.mode, option), "x");

  test.each<[string, readonly VariableSet[], Component["secrets"], unknown[]]>([
    ["two sets", [variables({ A: "1" }), variables({ A: "2", B: "3" })], {}, [twice("A")]],
    ["a set and a Secret", [variables({ A: "1" })], { A: fromSecret(source, "token", { when: always }) }, [twice("A")]],
    ["conditions that meet", [variables({ A: set }), variables({ A: mode("on") })], {}, [twice("A")]],
    ["conditions that exclude each other", [variables({ A: set }), variables({ A: unset })], {}, []],
    ["different options", [variables({ A: mode("on") }), variables({ A: mode("http") })], {}, []],
  ])("with an environment variable in %s", (_, sets, secrets, want) => {
    const other = component({ ...common, configuration: configured(...sets), secrets });
    expect(modelProblems({ ...demo, components: [serverComponent, other] })).toEqual(want);
  });

  test.each<[string, Partial<Component>]>([
    ["a ConfigMap", { configuration: configured(variables({ A: "1" })) }],
    ["a Secret", { secrets: { A: fromSecret(source, "token", { when: always }) } }],
  ])("with an environment variable in a container and %s", (_, also) => {
    const other = component({ ...common, ...also, variables: { A: { value: "2" } } });
    expect(modelProblems({ ...demo, components: [serverComponent, other] })).toEqual([twice("A")]);
  });
});

describe("documents", () => {
  test("of one file", () => {
    expect(modelProblems(withDocuments(configMap("x", "a"), configMap("x", "b")))).toEqual([
      expect.stringMatching(
        /^test\/generator\/check\/problems\.test\.ts:\d+: another document prints templates\/x\.yaml \(test\/generator\/check\/problems\.test\.ts:\d+\); change one of the two$/,
      ),
    ]);
  });

  test("of one kind and name", () => {
    const twin = configMap("y", string`${fullname}-config`);
    expect(modelProblems(withDocuments(twin))).toEqual([
      expect.stringMatching(/problems\.test\.ts:\d+: another document is a ConfigMap of the same name \(test\//),
    ]);
  });

  test.each<[string, Document["body"], string]>([
    [
      "ConfigMap",
      { apiVersion: "v1", kind: "ConfigMap", metadata: { name: string`${fullname}-${"x".repeat(27)}` } },
      "the name of the ConfigMap in templates/x.yaml can have 64 characters, and Kubernetes accepts 63; shorten its suffix by 1",
    ],
    [
      "CronJob",
      { apiVersion: "batch/v1", kind: "CronJob", metadata: { name: string`${fullname}-${"x".repeat(16)}` } },
      "the name of the CronJob in templates/x.yaml can have 53 characters, and Kubernetes accepts 52; shorten its suffix by 1",
    ],
  ])("with a name that is too long: %s", (_, body, message) => {
    expect(modelProblems(withDocuments(document("x", body)))).toContainEqual(at(message));
  });

  test("with a name that just fits", () => {
    expect(modelProblems(withDocuments(configMap("x", string`${fullname}-${"x".repeat(26)}`)))).toEqual([]);
  });
});

describe("a body that Kubernetes refuses", () => {
  test.each<[string, object, string]>([
    [
      "an unknown field",
      { imag: "x" },
      "spec.containers[0].imag is not a field that Kubernetes Container lets a chart write; the nearest is image",
    ],
    ["a wrong type", { args: "x" }, 'spec.containers[0].args is the string "x"; write a list'],
    [
      "a wrong type in one branch",
      { stdin: when<boolean>(isSet(server.address), "yes" as never) },
      'spec.containers[0].stdin is the string "yes"; write true or false',
    ],
    [
      "a wrong entry of a keyed list",
      { env: keyedList<{ name: string; value?: string }, "name">("name", { A: { valu: "x" } as never }) },
      "spec.containers[0].env[0].valu is not a field that Kubernetes EnvVar lets a chart write; the nearest is value",
    ],
    [
      "a wrong entry of a keyed list that may be missing",
      {
        ports: keyedList<{ name: string; containerPort: number }, "name">("name", {
          http: when<{ containerPort: number }>(isSet(server.address), {} as never),
        }),
      },
      "spec.containers[0].ports[0].containerPort is missing; Kubernetes ContainerPort requires it",
    ],
    [
      "a wrong field in a helper",
      { securityContext: fragment(helper<object>({ name: "x", comment: "X.", body: { runAsUsr: 1 } as never }), {}) },
      "spec.containers[0].securityContext.runAsUsr is not a field that Kubernetes SecurityContext lets a chart write; the nearest is runAsUser",
    ],
    [
      "a wrong field among those that objects share",
      {
        securityContext: composed<{ runAsUser: number; runAsNonRoot: boolean }, "runAsUser">(
          [fragment(helper<{ runAsUser: number }>({ name: "x", comment: "X.", body: { runAsUsr: 1 } as never }), {})],
          { runAsNonRoot: true },
        ),
      },
      "spec.containers[0].securityContext.runAsUsr is not a field that Kubernetes SecurityContext lets a chart write; the nearest is runAsUser",
    ],
    [
      "a wrong entry among those that lists share",
      {
        env: keyedList<{ name: string; value?: string }, "name">(
          "name",
          {},
          sharedItems<{ name: string; value?: string }, "name">({ name: "x", comment: "X." }, "name", {
            A: { valu: "x" } as never,
          }),
        ),
      },
      "spec.containers[0].env[0].valu is not a field that Kubernetes EnvVar lets a chart write; the nearest is value",
    ],
    [
      "a wrong field among those that an entry of a keyed list shares",
      {
        env: keyedList<{ name: string; value?: string; more?: string }, "name">("name", {
          A: composed<{ value?: string; more?: string }, "value">(
            [fragment(helper<{ value?: string }>({ name: "x", comment: "X.", body: { valu: "x" } as never }), {})],
            {},
          ),
        }),
      },
      "spec.containers[0].env[0].valu is not a field that Kubernetes EnvVar lets a chart write; the nearest is value",
    ],
    [
      "a wrong item that a helper prints",
      { ports: [itemsFrom(helper<{ containerPort: number }[]>({ name: "x", comment: "X.", body: [{} as never] }))] },
      "spec.containers[0].ports[0].containerPort is missing; Kubernetes ContainerPort requires it",
    ],
  ])("%s", (_, container, problem) => {
    expect(modelProblems(withDocuments(document("x", pod(container))))).toEqual([at(`templates/x.yaml: ${problem}`)]);
  });

  test("an unknown kind", () => {
    const body = { apiVersion: "apps/v1", kind: "Deploymnt", metadata };
    expect(modelProblems(withDocuments(document("x", body)))).toEqual([
      at("templates/x.yaml: kind Deploymnt is none of apps/v1; the nearest is Deployment"),
    ]);
  });

  test("but nothing is known of custom resources", () => {
    const body = { apiVersion: "example.com/v1", kind: "Thing", metadata, spec: { x: 1 } };
    expect(modelProblems(withDocuments(document("x", body)))).toEqual([]);
  });
});

test("two helpers of one name", () => {
  const twin = () => helper<{ runAsUser: number }>({ name: "twin", comment: "A twin.", body: { runAsUser: 1 } });
  const body = pod({ securityContext: fragment(twin(), {}) });
  const other = { ...pod({ securityContext: fragment(twin(), {}) }), metadata: { name: "other" } };
  expect(modelProblems(withDocuments(document("x", body), document("y", other)))).toEqual([
    at('there are two helpers named "twin", and one is used here; rename one or make it once'),
  ]);
});

test("a problem in values that another file declares names the chart's group as well", () => {
  const documents = demo.documents.filter(({ file }) => file !== "server/deployment");
  const problems = modelProblems({ ...demo, documents });
  expect(problems).toContainEqual(
    expect.stringMatching(
      /^generator\/kubernetes\/common-values\.ts:\d+: no template or rule uses the value openshift \(in the group declared at test\/generator\/demo\/values\.ts:\d+\); use/,
    ),
  );
});
