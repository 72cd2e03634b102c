import { readdir, readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { chartImage } from "../../ci/images/chart-image.ts";
import { standInProgram } from "../../ci/images/stand-in-program.ts";
import { standInImages } from "../../ci/images/stand-ins.ts";
import { projectFolder } from "../../ci/paths.ts";

const charts = join(projectFolder, "charts");

/** Paths of values that name an image. */
function imagePaths(values: unknown, path: readonly string[] = []): string[] {
  if (typeof values !== "object" || values === null) return [];
  const entries = new Map(Object.entries(values));
  if (entries.has("repository") && entries.has("tag")) return entries.get("repository") === "" ? [] : [path.join(".")];
  return [...entries].flatMap(([name, value]) => imagePaths(value, [...path, name]));
}

test.each(await readdir(charts))("every image that the chart %s names by default has a stand-in", async (chart) => {
  const paths = imagePaths(parse(await readFile(join(charts, chart, "values.yaml"), "utf8")));
  expect(paths).not.toEqual([]);
  const names = (await standInImages()).map(({ name }) => name);
  for (const path of paths) expect(names).toContain(await chartImage(chart, path));
});

test("the programs of images are stand-ins that there are", async () => {
  const { stderr, exitCode } = await execa(await standInProgram(), { argv0: "unknown", reject: false });
  expect(exitCode).toBe(1);
  const known = /names: (.*)\./.exec(stderr)?.[1]?.split(", ") ?? [];
  const used = (await standInImages()).flatMap(({ layers }) =>
    layers.flat().flatMap((entry) => ("linkTo" in entry && entry.linkTo !== "busybox" ? [basename(entry.path)] : [])),
  );
  expect([...new Set(used)].sort()).toEqual(known.sort());
});

test("no link of an image leads nowhere", async () => {
  for (const { name, layers } of await standInImages()) {
    const paths = new Set(layers.flat().map(({ path }) => path));
    for (const entry of layers.flat()) {
      if ("linkTo" in entry) expect(paths, name).toContain(resolve(dirname(entry.path), entry.linkTo));
    }
  }
});

test("an image that is not there is asked for in vain", async () => {
  await expect(chartImage("foxctl", "core.image")).rejects.toThrow(
    "charts/foxctl/values.yaml names no image at core.image",
  );
});
