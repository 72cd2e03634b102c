import type { IncludeNode } from "../expressions/node.ts";
import type { Loop } from "../template/hole.ts";
import type { Part } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import { chartParts } from "../topology/parts.ts";
import { type Declared, declarations } from "../values/walk.ts";
import type { Problem } from "./problem.ts";

/** Renamed values that templates read in a way which does not look under the former name. */
export function unknownFormerNames(chart: Chart): readonly Problem[] {
  const renamed = declarations(chart.values).filter(({ declaration }) => declaration.formerly !== undefined);
  if (renamed.length === 0) return [];
  const parts = chartParts(chart);
  const includes = parts.filter((part) => part.op === "include");
  const looped = new Set(parts.flatMap(groupsByName));
  return [
    ...renamed.flatMap((value) => unawareHelper(value, includes)),
    ...renamed.flatMap((value) => byName(value, looped)),
  ];
}

/** One of a group that a helper is given whole, where the helper does not know. */
function unawareHelper(
  { path, declaration: { formerly, place } }: Declared,
  includes: readonly IncludeNode[],
): readonly Problem[] {
  const unaware = includes.find(({ helper, arguments: given }) =>
    Object.entries(given).some(([name, argument]) => {
      const parameter = helper.parameters[name];
      if (argument.op !== "value" || argument.from || parameter?.kind !== "group") return false;
      if (!`${path.join(".")}.`.startsWith(`${argument.path.join(".")}.`)) return false;
      const inside = path.slice(argument.path.length).join(".");
      const known = declarations(parameter).find((field) => field.path.join(".") === inside);
      return known !== undefined && known.declaration.formerly !== formerly;
    }),
  );
  if (!unaware) return [];
  const message =
    `the helper "${unaware.helper.name}" is given ${path.join(".")} in a group and does not know that it was ` +
    `"${formerly}"; rename it in the helper's parameter as well`;
  return [{ place, message }];
}

/** One of a group whose children a loop goes through: it would find only the name of today. */
function byName({ path, declaration: { formerly, place } }: Declared, looped: ReadonlySet<string>): readonly Problem[] {
  const group = path.slice(0, -1).join(".");
  if (!looped.has(group)) return [];
  const message = `templates loop over ${group} and do not find ${path.join(".")} as "${formerly}"; keep its name`;
  return [{ place, message }];
}

/** The paths of groups whose children are read by names that a loop tells. */
function groupsByName(part: Part): readonly string[] {
  return readByName(part).flatMap((over) =>
    over.op === "value" && over.declaration.kind === "group" ? [over.path.join(".")] : [],
  );
}

function readByName(part: Part): readonly Loop["over"][] {
  switch (part.op) {
    case "member":
      return [part.of];
    case "each":
      return [part.over];
    case "mapping":
      return part.parts.flatMap((one) => ("named" in one && one.loop ? [one.loop.over] : []));
    default:
      return [];
  }
}
