import { expect, test } from "vitest";
import { template } from "./helm.ts";
import { combinations } from "./preset.ts";

// For who reads what `helm template` or `helm diff` shows.
test.each(combinations)("$chart $name has no empty line under a key, nor between items", async (preset) => {
  const manifest = await template("helm4", preset);
  expect(manifest).not.toMatch(/^.*:\n *\n/m);
  expect(manifest).not.toMatch(/^ +\n *- /m);
});
