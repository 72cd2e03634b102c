import { and } from "../../expressions/condition.ts";
import { node } from "../../expressions/expression.ts";
import type { Component } from "../../topology/component.ts";
import type { Connection } from "../../topology/connection.ts";
import { cell, table } from "../../topology/markdown.ts";
import { pathOf } from "../value-paths.ts";
import { conditionText } from "./condition-text.ts";

/** Who talks to whom: what network policies allow, and nothing else. */
export function flowsTable(components: readonly Component[]): string {
  const rows = components.flatMap((component) => [
    ...component.admissions.map(({ from, listener, when }) => [
      from.name,
      component.name,
      portOf(component, listener),
      conditionText(and(component.enabled, when)[node]),
    ]),
    ...component.connections.map((connection) => connectionRow(component, connection)),
  ]);
  return table(
    ["From", "To", "Port", "When"],
    rows.map((row) => row.map(cell)),
  );
}

function connectionRow(component: Component, { to, when }: Connection): readonly string[] {
  const condition = conditionText(and(component.enabled, when)[node]);
  if (to.kind === "external") return [component.name, to.name, `\`${pathOf(to.ports)}\``, condition];
  return [component.name, to.component.name, portOf(to.component, to.listener), condition];
}

function portOf({ listeners }: Component, listener: string): string {
  return String(listeners[listener]?.port ?? listener);
}
