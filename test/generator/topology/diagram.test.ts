import { expect, test } from "vitest";
import { always } from "../../../generator/expressions/condition.ts";
import { references } from "../../../generator/expressions/reference.ts";
import { type Component, component } from "../../../generator/topology/component.ts";
import { diagram } from "../../../generator/topology/diagram.ts";
import { external, externalValues } from "../../../generator/topology/external.ts";
import { group } from "../../../generator/values/group.ts";
import { demo } from "../demo/chart.ts";
import { server } from "../demo/values.ts";

const { database } = references(group("Values.", { database: externalValues("The database.", 5432) }));
const common = { suffix: "", description: "A component." };

const api = component({
  ...common,
  name: "api",
  enabled: always,
  listeners: { http: { port: 80 } },
  connections: [{ to: external("My database", "State.", database), when: always }],
  admissions: [{ from: { name: 'The "web"', description: "People." }, listener: "http", when: server.verbose }],
});
const worker = component({
  ...common,
  name: "worker",
  enabled: server.verbose,
  connections: [{ to: { kind: "endpoint", component: api, listener: "http" }, when: always }],
});

test("diagram", () => {
  expect(diagram({ ...demo, components: [api, worker] }).join("\n")).toBe(`flowchart LR
  out_The_web_(["The #quot;web#quot;"])
  subgraph release ["demo"]
    n_api["api"]
    n_worker["worker"]
  end
  out_My_database[("My database")]
  out_The_web_ -.-> n_api
  n_api --> out_My_database
  n_worker --> n_api
  style n_worker stroke-dasharray: 4`);
});

const named = (name: string, to: readonly string[], within?: Component) =>
  component({
    ...common,
    name,
    enabled: always,
    connections: to.map((one) => ({ to: external(one, "State.", database), when: always })),
    ...(within && { within }),
  });

test("what talks to the same ones in the same way shares a box", () => {
  const components = ["a", "b"].map((name) => named(name, ["x", "y"]));
  const lines = diagram({ ...demo, components: [...components, named("c", ["y"])] }).join("\n");
  expect(lines).toContain('n_a["a<br>b"]');
  expect(lines).toContain("  n_a --> out_x\n  n_a & n_c --> out_y");
});

test("what a pod's processes have in common is the pod's", () => {
  const host = named("host", ["x"]);
  const guests = [named("b", ["x", "y"], host), named("c", ["x", "z"], host)];
  const lines = diagram({ ...demo, components: [host, ...guests] });
  expect(lines).toContain('    subgraph pod_n_host ["one pod"]');
  expect(lines).toContain("  pod_n_host --> out_x");
  expect(lines).toContain("  n_b --> out_y");
});
