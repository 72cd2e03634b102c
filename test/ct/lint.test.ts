import { expect, test } from "vitest";
import { chartNames } from "../charts/preset.ts";
import { additionalCommands, chartTesting } from "./chart-testing.ts";
import { targetBranch } from "./target-branch.ts";

test.each(chartNames)("ct finds nothing wrong with %s", async (chart) => {
  // The level `unittest` runs the suites, one by one.
  const commands = (await additionalCommands()).filter((command) => !command.startsWith("helm-unittest "));
  const words = commands.flatMap((command) => ["--additional-commands", command]);
  const { succeeded, output } = await chartTesting(["lint", "--charts", `charts/${chart}`, ...words]);
  expect(succeeded, output).toBe(true);
});

test("a chart that differs from the target branch has a higher version", async ({ skip }) => {
  const target = await targetBranch();
  if (target === undefined) return skip("there is no branch to compare with: fetch main of the remote origin");
  // The additional commands were run above, for each chart.
  const { succeeded, output } = await chartTesting(["lint", ...target, "--additional-commands", "true"]);
  expect(succeeded, output).toBe(true);
});
