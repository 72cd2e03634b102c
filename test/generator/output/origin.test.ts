import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { originsOf } from "../../../generator/output/origin.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "origin-"));
  for (const path of [
    "generator/start.js",
    "generator/charts/hosting.ts",
    "generator/charts/one/chart.ts",
    "generator/charts/two/chart.ts",
    "generator/charts/two/guide/text.ts",
    "released/one.json",
    "node_modules/.package-lock.json",
  ])
    write(join(folder, "before"), path);
});
afterAll(() => rmSync(folder, { recursive: true }));

function write(project: string, path: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), project);
}

const cases: [changed: string, whose: readonly string[]][] = [
  ["generator/charts/one/chart.ts", ["one"]],
  ["generator/charts/two/guide/text.ts", ["two"]],
  ["generator/charts/two/guide/new.ts", ["two"]],
  ["generator/charts/hosting.ts", ["one", "two"]],
  ["generator/start.js", ["one", "two"]],
  ["generator/output/readme/new.hbs", ["one", "two"]],
  ["released/one.json", ["one", "two"]],
  ["node_modules/.package-lock.json", ["one", "two"]],
];

test.each(cases)("%s is an origin of %j", (changed, whose) => {
  const after = join(folder, "after");
  rmSync(after, { recursive: true, force: true });
  cpSync(join(folder, "before"), after, { recursive: true });
  const origins = originsOf(after);
  expect([...origins.keys()]).toEqual(["one", "two"]);
  expect(origins).toEqual(originsOf(join(folder, "before")));
  write(after, changed);
  expect([...originsOf(after)].filter(([name, origin]) => origin !== origins.get(name)).map(([name]) => name)).toEqual(
    whose,
  );
});
