import type { Condition } from "../expressions/condition.ts";
import { node } from "../expressions/expression.ts";
import type { Chart } from "./chart.ts";
import type { Component } from "./component.ts";
import type { Connection, External, Source } from "./connection.ts";

/**
 * Who talks to whom, as a Mermaid flowchart (Mermaid documentation, "Flowcharts"). A dotted line or frame stands for
 * what depends on values.
 */
export function diagram({ metadata, components }: Chart): readonly string[] {
  const sources = unique(components.flatMap(({ admissions }) => admissions.map(({ from }) => from)));
  const externals = unique(
    components.flatMap(({ connections }) => connections.flatMap(({ to }) => (to.kind === "external" ? [to] : []))),
  );
  return [
    "flowchart LR",
    ...sources.map((source) => `  ${idOf(source)}([${label(source.name)}])`),
    `  subgraph release [${label(metadata.name)}]`,
    ...components.map((component) => `    ${idOf(component)}[${label(component.name)}]`),
    "  end",
    ...externals.map((external) => `  ${idOf(external)}[(${label(external.name)})]`),
    ...components.flatMap((component) => [
      ...component.admissions.map(
        ({ from, listener, when }) => `  ${idOf(from)} ${arrow(when, listener)} ${idOf(component)}`,
      ),
      ...component.connections.map((connection) => connectionLine(component, connection)),
    ]),
    ...components
      .filter(({ enabled }) => !isAlways(enabled))
      .map((component) => `  style ${idOf(component)} stroke-dasharray: 4`),
  ];
}

function connectionLine(component: Component, { to, when }: Connection): string {
  const [target, text] = to.kind === "external" ? [to, ""] : [to.component, to.listener];
  return `  ${idOf(component)} ${arrow(when, text)} ${idOf(target)}`;
}

function arrow(condition: Condition, text: string): string {
  const line = isAlways(condition) ? "-->" : "-.->";
  return text === "" ? line : `${line}|${label(text)}|`;
}

function isAlways(condition: Condition): boolean {
  const tree = condition[node];
  return tree.op === "literal" && tree.value === true;
}

/** Mermaid takes words such as `end` for its own, hence the prefix. */
function idOf({ name }: Component | External | Source): string {
  return `n_${name.replaceAll(/[^A-Za-z0-9]+/g, "_")}`;
}

function label(text: string): string {
  return `"${text.replaceAll('"', "#quot;")}"`;
}

function unique<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
