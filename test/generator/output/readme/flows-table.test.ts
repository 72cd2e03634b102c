import { expect, test } from "vitest";
import { always } from "../../../../generator/expressions/condition.ts";
import { references } from "../../../../generator/expressions/reference.ts";
import { flowTables } from "../../../../generator/output/readme/flows-table.ts";
import { type Component, component } from "../../../../generator/topology/component.ts";
import type { Connection } from "../../../../generator/topology/connection.ts";
import { external, externalValues } from "../../../../generator/topology/external.ts";
import { endpoint } from "../../../../generator/topology/service.ts";
import { group } from "../../../../generator/values/group.ts";
import { server } from "../../demo/values.ts";

const { database } = references(group("Values.", { database: externalValues("The database.", 5432) }));
const common = { suffix: "", description: "A component." };
const pod = component({ ...common, name: "pod", enabled: always });
const api = component({ ...common, name: "api", enabled: always, within: pod, listeners: { http: { port: 80 } } });
const toApi: Connection = { to: endpoint(api, "http"), when: always };
const toDatabase: Connection = { to: external("Database", "State.", database), when: server.verbose };

const worker = (name: string, options: { readonly within?: Component }) =>
  component({ ...common, name, enabled: server.verbose, connections: [toApi, toDatabase], ...options });

test("flows within a pod are told apart, and those to the same place together", () => {
  const { policed, inside } = flowTables([pod, api, worker("a", { within: pod }), worker("b", {})]);
  expect(policed.split("\n").slice(2)).toEqual([
    "| a, b | Database | `database.ports` | `server.verbose` is on |",
    "| b | api | 80 |  |",
  ]);
  expect(inside.split("\n").slice(2)).toEqual(["| a | api | 80 |  |"]);
});
