import { expect, test } from "vitest";
import { always } from "../../../generator/expressions/condition.ts";
import { references } from "../../../generator/expressions/reference.ts";
import { component } from "../../../generator/topology/component.ts";
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
  out_The_web_ -.->|"http"| n_api
  n_api --> out_My_database
  n_worker -->|"http"| n_api
  style n_worker stroke-dasharray: 4`);
});

test("many that lead to the same many lead there through one point", () => {
  const outside = ["x", "y", "z"].map((name) => external(name, "State.", database));
  const components = ["a", "b", "c"].map((name) =>
    component({ ...common, name, enabled: always, connections: outside.map((to) => ({ to, when: always })) }),
  );
  expect(diagram({ ...demo, components })).toContain("  n_a & n_b & n_c --> point_0(( ))");
  expect(diagram({ ...demo, components })).toContain("  point_0 --> out_x & out_y & out_z");
});
