import type { Condition } from "../expressions/condition.ts";
import { node } from "../expressions/expression.ts";
import type { Chart } from "./chart.ts";
import { type Component, podOf } from "./component.ts";
import type { External, Source } from "./connection.ts";

type End = Component | External | Source;

/** What the diagram has a box for: an end, or several that talk to the same ones in the same way. */
interface Box {
  readonly id: string;
  readonly ends: readonly [End, ...End[]];
  /** The pod that it shares with others, if it does. */
  readonly pod: string | undefined;
}

interface Edge {
  readonly from: string;
  readonly arrow: string;
  readonly to: string;
}

/**
 * Who talks to whom, as a Mermaid flowchart (Mermaid documentation, "Flowcharts"). A dotted line or frame stands for
 * what depends on values. What cannot be told apart shares a box, else a few components make a thicket.
 */
export function diagram({ metadata, components }: Chart): readonly string[] {
  const sources = components.flatMap(({ admissions }) => admissions.map(({ from }) => from));
  const externals = components.flatMap(({ connections }) =>
    connections.flatMap(({ to }) => (to.kind === "external" ? [to] : [])),
  );
  const all = components.flatMap(edgesOf);
  const hosts = new Set(components.flatMap(({ within }) => within ?? []));
  const podOfEnd = (end: End) => ("enabled" in end && hosts.has(podOf(end)) ? `pod_${idOf(podOf(end))}` : undefined);
  const boxes = (ends: readonly End[]) => boxesOf(ends, all, podOfEnd);
  const [before, inside, after] = [boxes(sources), boxes(components), boxes(externals)];
  const edges = byPods(unique(all, textOf), [...inside, ...before, ...after]);
  return [
    "flowchart LR",
    ...before.map((box) => `  ${box.id}([${labelOf(box)}])`),
    `  subgraph release [${label(metadata.name)}]`,
    ...podsIn(inside).flatMap(([pod, boxes]) => podLines(pod, boxes)),
    "  end",
    ...after.map((box) => `  ${box.id}[(${labelOf(box)})]`),
    ...joined(edges),
    ...inside.filter(({ ends: [first] }) => !isCertain(first)).map((box) => `  style ${box.id} stroke-dasharray: 4`),
  ];
}

/** Ends with the same edges share a box, if they are in the same pod or each in pods of its own. */
function boxesOf(
  ends: readonly End[],
  edges: readonly Edge[],
  podOfEnd: (end: End) => string | undefined,
): readonly Box[] {
  const own = (id: string) =>
    edges.flatMap(({ from, arrow, to }) => (from === id ? [`${arrow} ${to}`] : to === id ? [`${from} ${arrow}`] : []));
  const alike = Map.groupBy(
    unique(ends, ({ name }) => name),
    (end) => JSON.stringify([podOfEnd(end), isCertain(end), unique(own(idOf(end)), (text) => text).toSorted()]),
  );
  return [...alike.values()].flatMap(([first, ...others]) =>
    first ? [{ id: idOf(first), ends: [first, ...others] as const, pod: podOfEnd(first) }] : [],
  );
}

/** As many boxes of a pod have to talk to the same one for an edge of the whole pod to say it. */
const mostOfPod = 3;

/** The edges between boxes. What most of a pod has in common is an edge of the pod. */
function byPods(edges: readonly Edge[], boxes: readonly Box[]): readonly Edge[] {
  const boxOf = new Map(boxes.flatMap(({ id, ends }) => ends.map((end) => [idOf(end), id])));
  const podOfBox = new Map(boxes.map(({ id, pod }) => [id, pod]));
  const between = unique(
    edges.map(({ from, arrow, to }) => ({ from: boxOf.get(from) ?? from, arrow, to: boxOf.get(to) ?? to })),
    textOf,
  );
  const common = (edge: Edge): Edge => {
    const [fromPod, toPod] = [podOfBox.get(edge.from), podOfBox.get(edge.to)];
    if (fromPod === toPod) return edge;
    const line = lineOf(edge);
    const same = between.filter((other) =>
      fromPod
        ? podOfBox.get(other.from) === fromPod && other.to === edge.to && lineOf(other) === line
        : podOfBox.get(other.to) === toPod && other.from === edge.from && lineOf(other) === line,
    );
    if (same.length < mostOfPod) return edge;
    return fromPod ? { ...edge, from: fromPod, arrow: line } : { ...edge, to: toPod ?? edge.to, arrow: line };
  };
  return unique(between.map(common), textOf);
}

/** Edges from several to one are written as one. */
function joined(edges: readonly Edge[]): readonly string[] {
  return [...Map.groupBy(edges, ({ arrow: line, to }) => `${line} ${to}`)].map(
    ([rest, same]) => `  ${same.map(({ from }) => from).join(" & ")} ${rest}`,
  );
}

function podsIn(boxes: readonly Box[]): readonly (readonly [pod: string, boxes: readonly Box[]])[] {
  return [...Map.groupBy(boxes, ({ id, pod }) => pod ?? id)];
}

/** A component with pods of its own, or the pod in which it has guests. */
function podLines(pod: string, boxes: readonly Box[]): readonly string[] {
  const lines = boxes.map((box) => `${box.id}[${labelOf(box)}]`);
  if (boxes.every((box) => box.pod === undefined)) return lines.map((line) => `    ${line}`);
  return [`    subgraph ${pod} [${label("one pod")}]`, ...lines.map((line) => `      ${line}`), "    end"];
}

function edgesOf(component: Component): readonly Edge[] {
  const admitted = component.admissions.map(({ from, listener, when }) => ({
    from: idOf(from),
    arrow: arrow(when, textFor(component, listener)),
    to: idOf(component),
  }));
  const connected = component.connections.map(({ to, when }) => ({
    from: idOf(component),
    arrow: to.kind === "external" ? arrow(when, "") : arrow(when, textFor(to.component, to.listener)),
    to: idOf(to.kind === "external" ? to : to.component),
  }));
  return [...admitted, ...connected];
}

/** The name of a listener, where there are several to choose from. */
function textFor({ listeners }: Component, listener: string): string {
  return Object.keys(listeners).length > 1 ? listener : "";
}

function arrow(condition: Condition, text: string): string {
  const line = isAlways(condition) ? "-->" : "-.->";
  return text === "" ? line : `${line}|${label(text)}|`;
}

/** An edge's line without its text. */
function lineOf({ arrow: line }: Edge): string {
  return line.replace(/\|.*/, "");
}

function isAlways(condition: Condition): boolean {
  const tree = condition[node];
  return tree.op === "literal" && tree.value === true;
}

function isCertain(end: End): boolean {
  return !("enabled" in end) || isAlways(end.enabled);
}

/** Mermaid takes words such as `end` for its own, hence a prefix; what is outside may be called as a component is. */
function idOf(one: End): string {
  const prefix = "enabled" in one ? "n" : "out";
  return `${prefix}_${one.name.replaceAll(/[^A-Za-z0-9]+/g, "_")}`;
}

function labelOf({ ends }: Box): string {
  return label(ends.map(({ name }) => name).join("<br>"));
}

function label(text: string): string {
  return `"${text.replaceAll('"', "#quot;")}"`;
}

function textOf({ from, arrow: line, to }: Edge): string {
  return `${from} ${line} ${to}`;
}

function unique<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}
