import { describe, expect, test } from "vitest";
import { evaluatorOf } from "../../generator/evaluate.ts";
import { demo } from "./demo/chart.ts";

const evaluate = evaluatorOf(demo);
const release = { name: "one", namespace: "tests", values: {} };

describe("a chart", () => {
  test("with its defaults", () => {
    const rendered = evaluate(release);
    expect([...rendered.keys()]).toEqual(["server/deployment.yaml", "server/config-map.yaml"]);
    expect(rendered.get("server/config-map.yaml")).toEqual([
      expect.objectContaining({ kind: "ConfigMap", metadata: expect.objectContaining({ name: "one-demo-config" }) }),
    ]);
  });

  test("with values over the defaults", () => {
    const [deployment] =
      evaluate({ ...release, values: { server: { replicas: 3 } } }).get("server/deployment.yaml") ?? [];
    expect(deployment).toMatchObject({
      spec: { replicas: 3, template: { spec: { containers: [{ image: "demo:1" }] } } },
    });
  });
});
