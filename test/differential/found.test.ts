import { afterAll, beforeAll, expect, test } from "vitest";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf, type Release } from "../../generator/evaluate.ts";
import { helms } from "../charts/helm.ts";
import { type HelmEngine, startHelmEngine } from "../charts/helm-engine.ts";
import { nameProblems } from "../charts/object-names.ts";
import { comparable } from "./comparable.ts";

/** What values made up by chance have found, as small as it gets. */
const cases: readonly [string, string, Omit<Release, "namespace">][] = [
  ["a name that is a switch to YAML", "foxctl", { name: "foxctl", values: { fullnameOverride: "true" } }],
  ["a name that is a number to YAML", "foxctl", { name: "1e3", values: { nameOverride: "e" } }],
  ["a release with a point in its name", "foxctl", { name: "a.b", values: {} }],
  [
    "a map of which every entry is switched off",
    "foxctl",
    {
      name: "foxctl",
      values: {
        acceptUnauthenticated: true,
        httpRoute: { enabled: true, hosts: ["a.example.com"], parentRefs: { gateway: { enabled: false } } },
        core: { pod: { topologySpread: { "topology.kubernetes.io/zone": { enabled: false } } } },
      },
    },
  ],
  [
    "a store with a point in its name",
    "arizuko",
    {
      name: "arizuko",
      values: {
        secrets: { remoteKey: "arizuko/demo" },
        externalSecrets: { enabled: true, store: { create: true, name: "a.a" } },
      },
    },
  ],
  ["an empty object of the user's own", "foxctl", { name: "foxctl", values: { extraObjects: { a: {} } } }],
];

let engines: ReadonlyMap<string, readonly HelmEngine[]> = new Map();
beforeAll(async () => {
  const started = charts.map(
    async ({ metadata: { name } }): Promise<[string, HelmEngine[]]> => [
      name,
      await Promise.all(helms.map((helm) => startHelmEngine(helm, name))),
    ],
  );
  engines = new Map(await Promise.all(started));
});
afterAll(() => Promise.all([...engines.values()].flat().map((engine) => engine.stop())));

test.each(cases)("%s", async (_, chartName, given) => {
  const release = { namespace: "tests", ...given };
  const chart = charts.find(({ metadata }) => metadata.name === chartName);
  if (!chart) throw new Error(`there is no chart "${chartName}"`);
  const own = comparable(Object.fromEntries(evaluatorOf(chart)(release)));
  for (const engine of engines.get(chartName) ?? []) expect(comparable(await engine.render(release))).toEqual(own);
  const objects = Object.entries(own).flatMap(([file, printed]) => (file === "extra-objects.yaml" ? [] : printed));
  expect(objects.flatMap(nameProblems)).toEqual([]);
});
