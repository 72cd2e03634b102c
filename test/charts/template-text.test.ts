import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { chartFolder, chartNames } from "./preset.ts";

/** Columns that fit on a screen beside something else. */
const widest = 120;

describe.each(chartNames)("the templates of %s", (chart) => {
  const folder = join(chartFolder(chart), "templates");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  );
  const manifests = files.filter((file) => /\.ya?ml$/.test(file));

  test("are there", () => {
    expect(manifests.length).toBeGreaterThan(0);
  });

  test.each(files)("%s: short lines, no trailing spaces, no tabs, one line feed at the end", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    const lines = text.split("\n");
    expect(lines.filter((line) => line.length > widest)).toEqual([]);
    expect(lines.filter((line) => /\s$/.test(line) || line.includes("\t"))).toEqual([]);
    expect(text).toMatch(/\S\n$/);
    expect(text, "functions that hide what is printed").not.toMatch(/\b(fromYaml|tpl)\b/);
  });

  test.each(manifests)("%s: one object, below two comments of which the second names the model", (file) => {
    const text = readFileSync(join(folder, file), "utf8");
    expect(text.match(/^apiVersion:/gm)?.length ?? 0).toBeLessThanOrEqual(1);
    const [, first = "", second = ""] =
      /^\{\{- \/\*([\s\S]*?)\*\/\}\}\n\{\{- \/\*([\s\S]*?)\*\/\}\}\n/.exec(text) ?? [];
    expect(first.trim()).not.toBe("");
    const model = /Produced from (\S+) /.exec(second)?.[1] ?? "";
    expect(existsSync(join(projectFolder, model)) && model !== "", `${model} is the file to edit`).toBe(true);
  });
});
