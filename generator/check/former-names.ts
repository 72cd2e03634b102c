import type { Chart } from "../topology/chart.ts";
import { chartParts } from "../topology/parts.ts";
import { declarations } from "../values/walk.ts";
import type { Problem } from "./problem.ts";

/** Renamed values of a group that a helper is given whole, where the helper does not look under the former name. */
export function unknownFormerNames(chart: Chart): readonly Problem[] {
  const renamed = declarations(chart.values).filter(({ declaration }) => declaration.formerly !== undefined);
  if (renamed.length === 0) return [];
  const includes = chartParts(chart).filter((part) => part.op === "include");
  return renamed.flatMap(({ path, declaration: { formerly, place } }) => {
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
  });
}
