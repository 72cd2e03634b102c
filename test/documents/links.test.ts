import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { anchorOf } from "../../generator/topology/markdown.ts";
import { type MarkdownFile, markdownFile, markdownFiles } from "./markdown-files.ts";

const files = await markdownFiles();

/** Where a file's links lead, code aside, which may look like one. */
function linksOf({ prose }: MarkdownFile): readonly string[] {
  const text = prose.replaceAll(/(?<!\[)`[^`\n]*`/g, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => target ?? []);
}

function anchorsOf({ prose }: MarkdownFile): readonly string[] {
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) => anchorOf(title));
}

describe.each(files)("$path", (file) => {
  const inside = linksOf(file).filter((target) => !/^[a-z]+:/.test(target));

  test("leads to files and headings that are there", () => {
    const dead = inside.filter((target) => {
      const [path = "", anchor] = target.split("#");
      const place = path === "" ? file.path : normalize(join(dirname(file.path), path));
      if (!existsSync(join(projectFolder, place))) return true;
      return anchor !== undefined && !anchorsOf(markdownFile(place)).includes(anchor);
    });
    expect(dead).toEqual([]);
  });

  test("has no two headings that the same link would lead to", () => {
    const anchors = anchorsOf(file);
    const linked = linksOf(file).flatMap((target) => (target.startsWith("#") ? target.slice(1) : []));
    const twice = linked.filter((anchor) => anchors.filter((one) => one === anchor).length > 1);
    expect(twice).toEqual([]);
  });
});

test("there are links to follow", () => {
  expect(files.flatMap(linksOf).length).toBeGreaterThan(20);
});
