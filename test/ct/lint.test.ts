import { expect, test } from "vitest";
import { chartNames } from "../charts/preset.ts";
import { chartTesting } from "./chart-testing.ts";
import { targetBranch } from "./target-branch.ts";

test.each(chartNames)("ct finds nothing wrong with %s", async (chart) => {
  const { succeeded, output } = await chartTesting(["lint", "--charts", `charts/${chart}`]);
  expect(succeeded, output).toBe(true);
});

test("a chart that differs from the target branch has a higher version", async ({ skip }) => {
  const target = await targetBranch();
  if (target === undefined) return skip("there is no branch to compare with: fetch main of the remote origin");
  // The additional commands were run above, for each chart.
  const { succeeded, output } = await chartTesting(["lint", ...target, "--additional-commands", "true"]);
  expect(succeeded, output).toBe(true);
});
