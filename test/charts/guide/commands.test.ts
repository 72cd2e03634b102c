import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../../ci/paths.ts";
import { toolPath } from "../../../ci/tools/install.ts";
import { charts } from "../../../generator/charts/index.ts";
import { blocksOf, commandsOf } from "./guide-blocks.ts";

const install = /^helm (?:-n \S+ )?(?:upgrade --install|upgrade|install) (?=\S+ charts\/)/;

/** The same command, made to print rather than to reach a cluster. */
function rendering(command: string, helm: string): string {
  return (
    command
      .replace(install, `${helm} template `)
      .replace("--reset-then-reuse-values", "")
      .replace("-f my-values.yaml", "")
      // Tried out beside this file.
      .replace(/--post-renderer \S+/, "")
      .replaceAll(/\$\(stat [^)]*\)/g, "999")
  );
}

describe.each(charts)("the guide of $metadata.name", (chart) => {
  const scripts = blocksOf(chart, "sh").map(({ chapter, text }) => [chapter, text] as const);

  test.each(scripts)("%s: commands are complete", async (_, text) => {
    const { stderr, exitCode } = await execa("sh", ["-n"], { input: text, reject: false });
    expect(stderr).toBe("");
    expect(exitCode).toBe(0);
  });

  const commands = [...new Set(commandsOf(chart).filter((command) => install.test(command)))];

  test.runIf(commands.length > 0).each(commands)("%s", async (command) => {
    const { stderr } = await execa("sh", ["-c", rendering(command, await toolPath("helm4"))], {
      cwd: projectFolder,
      env: { KUBECONFIG: "/dev/null" },
      reject: false,
    });
    expect(stderr).toBe("");
  });
});
