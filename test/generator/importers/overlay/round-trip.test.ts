import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderOverlay } from "../../../../ci/importers/kustomize.ts";
import { foxctl } from "../../../../generator/charts/foxctl/chart.ts";
import { chartUnderValues, objectsOf } from "../../../../generator/importers/chart-under-values.ts";
import { importOverlay } from "../../../../generator/importers/overlay/overlay-import.ts";
import { overlayReport } from "../../../../generator/importers/overlay/overlay-report.ts";
import { defaultOf } from "../../../../generator/values/defaults.ts";
import type { JsonValue } from "../../../../generator/values/json-schema.ts";
import { merged } from "../../../../generator/values/merge.ts";
import { presets } from "../../../charts/preset.ts";
import { valuesOf } from "../../../charts/values-file.ts";

const chart = chartUnderValues(foxctl, { name: "foxctl", namespace: "agents" });
const defaults = defaultOf(foxctl.values) as JsonValue;
const under = (values: unknown) => merged(defaults, values) as JsonValue;

describe("what the chart itself makes is an overlay that nothing of is lost", () => {
  test.each(foxctl.profiles.map(({ name, values }) => [name, under(values)] as const))("%s", (_, values) => {
    const objects = objectsOf(chart.render(values));
    const result = importOverlay(objects, chart, defaults);
    expect(chart.check(under(result.values))).toEqual([]);
    expect({ ...result, values: {}, secrets: [], unknown: [] }).toEqual({
      values: {},
      secrets: [],
      unknown: [],
      unmade: [],
      lacking: [],
      otherwise: [],
      unread: [],
      confidential: [],
      refused: [],
    });
  });
});

describe("an object is taken over, or told to be left out", () => {
  const title = ({ kind, metadata }: { readonly kind: unknown; readonly metadata: unknown }) =>
    `${kind}/${(metadata as { readonly name: string }).name}`;
  const titles = (values: JsonValue) =>
    objectsOf(chart.render(values)).map((object) => title(object as unknown as Parameters<typeof title>[0]));

  test.each(["everything", "external-secrets", "turso"])("%s", (name) => {
    const [preset] = presets.filter((one) => one.chart === "foxctl" && one.name === `with ${name}.yaml`);
    if (preset === undefined) throw new Error(`there is no combination ${name}`);
    const values = under(valuesOf(preset));
    const result = importOverlay(objectsOf(chart.render(values)), chart, defaults);
    const made = new Set(titles(under(result.values)));
    const lost = titles(values).filter((one) => !made.has(one));
    expect(lost.length).toBeGreaterThan(0);
    const named = new Set([
      ...result.unknown,
      ...result.unmade.map((line) => line.slice(0, line.indexOf(": "))),
      ...result.secrets.map((secret) => `Secret/${secret}`),
    ]);
    expect(lost.filter((one) => !named.has(one))).toEqual([]);
    expect(result.lacking.filter((line) => lost.includes(line.split(" ")[0] ?? ""))).toEqual([]);
    for (const one of result.unmade) expect(overlayReport(result)).toContain(one);
  });
});

describe("a team's overlay", async () => {
  const objects = await renderOverlay(join(import.meta.dirname, "team"));
  const result = importOverlay(objects, chart, defaults);
  const { values } = result;

  test("becomes values that the chart takes", () => {
    expect(chart.check(under(values))).toEqual([]);
    expect(values).toMatchObject({
      image: { registry: "registry.example.com", repository: "team/foxctl", tag: "v7" },
      storage: { driver: "postgres", postgres: { maxConnections: 8 }, cas: { driver: "s3" } },
      secrets: {
        foxctl: { existingSecret: "foxctl-secrets" },
        postgres: { existingSecret: "team-database", keys: { dsn: "url" } },
      },
      core: {
        autoscaling: { enabled: true, maxReplicas: 6 },
        probes: { liveness: { periodSeconds: 45 } },
        preStop: { mode: "drain" },
        resources: { requests: { cpu: "250m" }, limits: { cpu: "2", memory: "3Gi" } },
        env: { HTTPS_PROXY: { value: "http://proxy.example.com:3128" } },
        pod: { priorityClassName: "important", nodeSelector: { disktype: "ssd" }, sidecars: { tail: {} } },
      },
      ingress: { hosts: ["foxctl.team.example.com"], tls: { enabled: true, secretName: "foxctl-tls" } },
      embeddingWorker: { enabled: true, replicas: 4 },
      maintenance: { casGc: { enabled: true, schedule: "15 2 * * 6" } },
    });
  });

  test("names what has no equivalent", () => {
    expect(result.unknown).toEqual(["NetworkPolicy/default-deny-ingress"]);
    expect(result.lacking).toEqual([
      "Deployment/foxctl spec.template.spec.initContainers[warm-up].command",
      "Deployment/foxctl spec.template.spec.initContainers[warm-up].image",
    ]);
    expect(result.unread).toContain("TURSO_AUTH_TOKEN: storage.driver is turso");
    expect(result.secrets).toEqual(["foxctl-secrets", "team-database", "team-llm"]);
    expect(result.refused).toEqual([
      "embeddingWorker.env.FOXCTL_DB_DRIVER is refused; set storage.driver instead: the chart sets it",
    ]);
  });

  test("keeps secrets to itself, also those in plain variables", () => {
    const leaking = JSON.parse(
      JSON.stringify(objects).replace('"value":"http://proxy', '"value":"http://me:not-for-eyes@proxy'),
    );
    const other = importOverlay(leaking, chart, defaults);
    expect(other.confidential).toEqual(["Deployment/foxctl foxctl HTTPS_PROXY"]);
    for (const one of [result, other]) expect(JSON.stringify(one) + overlayReport(one)).not.toContain("not-for-eyes");
  });
});
