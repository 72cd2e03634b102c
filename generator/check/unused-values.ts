import type { Node, ValueNode } from "../expressions/node.ts";
import type { Loop } from "../template/hole.ts";
import { helperParts, nodesOf, type Part } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import { chartParts } from "../topology/parts.ts";
import type { Declaration } from "../values/declaration.ts";
import { type Declared, declarations } from "../values/walk.ts";
import { groupAround } from "./group-around.ts";
import type { Problem } from "./problem.ts";

/**
 * Values that no template uses: setting them would do nothing. What a rule asks for counts: it allows what is refused
 * otherwise.
 */
export function unusedValues(chart: Chart): readonly Problem[] {
  const inRules = chart.rules.flatMap(({ condition }) => nodesOf(condition));
  const parts = [...new Set([...chartParts(chart), ...inRules])];
  const paths = new Set(usedPaths(parts).map((path) => path.join(".")));
  const ofEntries = new Set(parts.flatMap((part) => (part.op === "value" && part.from ? [part.declaration] : [])));
  const inEntries = new Set([...ofEntries].flatMap(withChildren));
  const loopedOver = new Set(parts.flatMap((part) => (part.op === "each" ? [pathOf(part.over)] : [])));
  return declarations(chart.values).flatMap((declared) => {
    if (declared.declaration.kind === "group") return [];
    if (!isUsed(declared, paths)) return [unused(declared, chart)];
    const looped = loopedOver.has(declared.path.join("."));
    return looped ? unusedFields(declared, inEntries).map((field) => unused(field, chart)) : [];
  });
}

/**
 * What trees use of all values or, where they are a helper's, of a parameter; of a group that they hand on, what is used
 * there.
 */
function usedPaths(parts: readonly Part[], parameter?: string): readonly (readonly string[])[] {
  const handedOn = new Set<Node>();
  const usedThere = parts.flatMap((part) => {
    if (part.op !== "include") return [];
    return Object.entries(part.arguments).flatMap(([name, tree]) => {
      if (tree.op !== "value" || tree.declaration.kind !== "group") return [];
      handedOn.add(tree);
      if (!belongsTo(tree, parameter)) return [];
      return usedPaths(helperParts(part.helper), name).map((path) => [...tree.path, ...path]);
    });
  });
  const used = parts.flatMap((part) =>
    part.op === "value" && belongsTo(part, parameter) && !handedOn.has(part) ? [part.path] : [],
  );
  return [...used, ...usedThere];
}

function belongsTo({ from }: ValueNode, parameter: string | undefined): boolean {
  return from?.op === "parameter" ? from.name === parameter : from === undefined && parameter === undefined;
}

function pathOf(over: Loop["over"]): string {
  return over.op === "table" || over.from ? "" : over.path.join(".");
}

/** Whether the value or a group around it is referred to. */
function isUsed({ path }: Declared, paths: ReadonlySet<string>): boolean {
  return path.some((_, index) => paths.has(path.slice(0, index + 1).join(".")));
}

/** Fields of a map's entries, where templates loop over the entries and so pick the fields that they use. */
function unusedFields({ path, declaration }: Declared, inEntries: ReadonlySet<Declaration>): readonly Declared[] {
  if (declaration.kind !== "map" || declaration.item.kind !== "group") return [];
  return declarations(declaration.item, [...path, "*"]).filter(
    (field) => field.declaration.kind !== "group" && !inEntries.has(field.declaration),
  );
}

function withChildren(declaration: Declaration): readonly Declaration[] {
  if (declaration.kind !== "group") return [declaration];
  return [declaration, ...declarations(declaration).map((field) => field.declaration)];
}

function unused({ path, declaration }: Declared, { values }: Chart): Problem {
  const name = path.join(".");
  return {
    place: declaration.place,
    message: `no template or rule uses the value ${name}${groupAround(values, path)}; use it or remove its declaration`,
  };
}
