import type { ValueNode } from "../expressions/node.ts";
import { pathsIn } from "../output/value-paths.ts";
import { nodesOf } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import { chartParts } from "../topology/parts.ts";
import type { Declaration } from "../values/declaration.ts";
import { type Declared, declarations } from "../values/walk.ts";
import { groupAround } from "./group-around.ts";
import type { Problem } from "./problem.ts";

/**
 * Values that no template uses: setting them would do nothing. A group that a helper is given counts whole, and what
 * a rule asks for counts too: it allows what is refused otherwise.
 */
export function unusedValues(chart: Chart): readonly Problem[] {
  const inRules = chart.rules.flatMap(({ condition }) => [...nodesOf(condition)]);
  const nodes = [...chartParts(chart), ...inRules].filter((part) => part.op === "value");
  const paths = new Set(pathsIn(nodes));
  const inEntries = new Set(
    nodes.filter(({ from }) => from).flatMap(({ declaration }) => [...withChildren(declaration)]),
  );
  const loopedOver = new Set([...chartParts(chart)].flatMap((part) => (part.op === "each" ? [pathOf(part.over)] : [])));
  return [...declarations(chart.values)].flatMap((declared) => {
    if (declared.declaration.kind === "group") return [];
    if (!isUsed(declared, paths)) return [unused(declared, chart)];
    const looped = loopedOver.has(declared.path.join("."));
    return looped ? unusedFields(declared, inEntries).map((field) => unused(field, chart)) : [];
  });
}

function pathOf({ path, from }: ValueNode): string {
  return from ? "" : path.join(".");
}

/** Whether the value or a group around it is referred to. */
function isUsed({ path }: Declared, paths: ReadonlySet<string>): boolean {
  return path.some((_, index) => paths.has(path.slice(0, index + 1).join(".")));
}

/** Fields of a map's entries, where templates loop over the entries and so pick the fields that they use. */
function unusedFields({ path, declaration }: Declared, inEntries: ReadonlySet<Declaration>): readonly Declared[] {
  if (declaration.kind !== "map" || declaration.item.kind !== "group") return [];
  return [...declarations(declaration.item, [...path, "*"])].filter(
    (field) => field.declaration.kind !== "group" && !inEntries.has(field.declaration),
  );
}

function* withChildren(declaration: Declaration): Generator<Declaration> {
  yield declaration;
  if (declaration.kind === "group") for (const field of declarations(declaration)) yield field.declaration;
}

function unused({ path, declaration }: Declared, { values }: Chart): Problem {
  const name = path.join(".");
  return {
    place: declaration.place,
    message: `no template or rule uses the value ${name}${groupAround(values, path)}; use it or remove its declaration`,
  };
}
