import type { Condition } from "../expressions/condition.ts";
import { node } from "../expressions/expression.ts";
import type { Chart } from "./chart.ts";
import type { Component } from "./component.ts";
import type { External, Source } from "./connection.ts";

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
    ...components.filter(({ within }) => !within).flatMap((component) => podLines(component, components)),
    "  end",
    ...externals.map((external) => `  ${idOf(external)}[(${label(external.name)})]`),
    ...bundled(components.flatMap(edgesOf)),
    ...components
      .filter(({ enabled }) => !isAlways(enabled))
      .map((component) => `  style ${idOf(component)} stroke-dasharray: 4`),
  ];
}

/** A component with pods of its own, or the pod in which it has guests. */
function podLines(component: Component, components: readonly Component[]): readonly string[] {
  const guests = components.filter(({ within }) => within === component);
  if (guests.length === 0) return [`    ${idOf(component)}[${label(component.name)}]`];
  return [
    `    subgraph pod_${idOf(component)} [${label("one pod")}]`,
    ...[component, ...guests].map((guest) => `      ${idOf(guest)}[${label(guest.name)}]`),
    "    end",
  ];
}

interface Edge {
  readonly from: string;
  readonly arrow: string;
  readonly to: string;
}

function edgesOf(component: Component): readonly Edge[] {
  const admitted = component.admissions.map(({ from, listener, when }) => ({
    from: idOf(from),
    arrow: arrow(when, listener),
    to: idOf(component),
  }));
  const connected = component.connections.map(({ to, when }) => ({
    from: idOf(component),
    arrow: to.kind === "external" ? arrow(when, "") : arrow(when, to.listener),
    to: idOf(to.kind === "external" ? to : to.component),
  }));
  return [...admitted, ...connected];
}

/** Fewer than this many on either side are joined one by one. */
const manyEnds = 3;

/** Many that all lead to the same many lead there through one point: else a few components make a thicket. */
function bundled(edges: readonly Edge[]): readonly string[] {
  const byTarget = Map.groupBy(edges, ({ arrow: line, to }) => `${line} ${to}`);
  const bySources = Map.groupBy(byTarget.values(), (same) =>
    [same[0]?.arrow, ...same.map(({ from }) => from)].join(" "),
  );
  return [...bySources.values()].flatMap((targets, index) => {
    const sources = targets[0] ?? [];
    const line = sources[0]?.arrow ?? "";
    const from = sources.map((edge) => edge.from).join(" & ");
    const to = targets.flatMap(([edge]) => edge?.to ?? []).join(" & ");
    if (sources.length < manyEnds || targets.length < manyEnds) return [`  ${from} ${line} ${to}`];
    return [`  ${from} ${line} point_${index}(( ))`, `  point_${index} ${line} ${to}`];
  });
}

function arrow(condition: Condition, text: string): string {
  const line = isAlways(condition) ? "-->" : "-.->";
  return text === "" ? line : `${line}|${label(text)}|`;
}

function isAlways(condition: Condition): boolean {
  const tree = condition[node];
  return tree.op === "literal" && tree.value === true;
}

/** Mermaid takes words such as `end` for its own, hence a prefix; what is outside may be called as a component is. */
function idOf(one: Component | External | Source): string {
  const prefix = "enabled" in one ? "n" : "out";
  return `${prefix}_${one.name.replaceAll(/[^A-Za-z0-9]+/g, "_")}`;
}

function label(text: string): string {
  return `"${text.replaceAll('"', "#quot;")}"`;
}

function unique<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}
