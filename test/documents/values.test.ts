import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isMap, isScalar, parseDocument } from "yaml";
import { projectFolder } from "../../ci/paths.ts";
import { charts } from "../../generator/charts/index.ts";
import { declarations } from "../../generator/values/walk.ts";

describe.each(charts)("every value of $metadata.name", ({ metadata, values }) => {
  const read = (file: string) => readFileSync(join(projectFolder, "charts", metadata.name, file), "utf8");
  const paths = [...declarations(values)]
    .filter(({ declaration }) => declaration.kind !== "group")
    .map(({ path }) => path);

  test("is in the README's tables", () => {
    const rows = new Set([...read("README.md").matchAll(/^\| `([^`]+)` \| /gm)].map(([, path]) => path));
    expect(paths.map((path) => path.join(".")).filter((path) => !rows.has(path))).toEqual([]);
  });

  test("stands in values.yaml below what it means", () => {
    const document = parseDocument(read("values.yaml"));
    const uncommented = paths.filter((path) => {
      const parent = path.length > 1 ? document.getIn(path.slice(0, -1)) : document.contents;
      const pair = isMap(parent)
        ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1))
        : undefined;
      // The comment above a map's first key is the map's own.
      const comment = isMap(parent) && parent.items[0] === pair ? parent.commentBefore : undefined;
      return !isScalar(pair?.key) || !(pair.key.commentBefore ?? comment);
    });
    expect(uncommented.map((path) => path.join("."))).toEqual([]);
  });
});
