import type { Condition } from "../../expressions/condition.ts";
import { node } from "../../expressions/expression.ts";
import { type Component, podOf } from "../../topology/component.ts";
import type { Connection } from "../../topology/connection.ts";
import { cell, table } from "../../topology/markdown.ts";
import { pathOf } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";

/** Who talks to whom. */
export interface Flows {
  /** What network policies allow, and nothing else. */
  readonly policed: string;
  /** Between processes of one pod, which no policy reaches; empty where there are none. */
  readonly inside: string;
}

interface Flow {
  readonly from: string;
  readonly to: string;
  readonly port: string;
  readonly when: Condition;
  readonly inside: boolean;
}

export function flowTables(components: readonly Component[]): Flows {
  const flows = components.flatMap((component) => [
    ...component.admissions.map(
      ({ from, listener, when }): Flow => ({
        from: from.name,
        to: component.name,
        port: portOf(component, listener),
        when,
        inside: false,
      }),
    ),
    ...component.connections.map((connection) => flowOf(component, connection)),
  ]);
  return {
    policed: flowTable(flows.filter(({ inside }) => !inside)),
    inside: flowTable(flows.filter(({ inside }) => inside)),
  };
}

/** Many that lead to the same place are told together. That a component is there at all is no condition of a flow. */
function flowTable(flows: readonly Flow[]): string {
  const rows = Map.groupBy(flows, ({ to, port, when }) => JSON.stringify([to, port, conditionText(when[node])]));
  return table(
    ["From", "To", "Port", "When"],
    [...rows].map(([row, same]) => [same.map(({ from }) => from).join(", "), ...JSON.parse(row)].map(cell)),
  );
}

function flowOf(component: Component, { to, when }: Connection): Flow {
  const from = component.name;
  if (to.kind === "external") return { from, to: to.name, port: `\`${pathOf(to.ports)}\``, when, inside: false };
  const inside = podOf(to.component) === podOf(component);
  return { from, to: to.component.name, port: portOf(to.component, to.listener), when, inside };
}

function portOf({ listeners }: Component, listener: string): string {
  return String(listeners[listener]?.port ?? listener);
}
