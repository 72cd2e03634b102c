import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { markdownFile } from "./markdown-files.ts";

const generator = join(projectFolder, "generator");
const diagram = markdownFile("docs/architecture.md").blocks.find(({ language }) => language === "mermaid")?.text ?? "";

type Edge = readonly [from: string, to: string];

/** Which folders of the generator import from which. */
function imports(): readonly Edge[] {
  const files = readdirSync(generator, { recursive: true, encoding: "utf8" }).filter((file) => /\/.*\.ts$/.test(file));
  const edges = files.flatMap((file) => {
    const text = readFileSync(join(generator, file), "utf8");
    return [...text.matchAll(/(?: from |import\()"(\.[^"]+)"/g)].map(([, name = ""]): Edge => {
      const target = new URL(name, `file:///${file}`).pathname.slice(1);
      return [folderOf(file), folderOf(target)];
    });
  });
  return unique(edges.filter(([from, to]) => from !== to && to.includes(".") === false));
}

function folderOf(path: string): string {
  return path.split("/")[0] ?? "";
}

function unique(edges: readonly Edge[]): readonly Edge[] {
  return [...new Map(edges.map((edge) => [edge.join(" "), edge])).values()];
}

/** The edges that do not follow from the others. */
function reduced(edges: readonly Edge[]): readonly Edge[] {
  const nextTo = (from: string) => edges.filter(([start]) => start === from).map(([, to]) => to);
  const reaches = (from: string, to: string): boolean => nextTo(from).some((next) => next === to || reaches(next, to));
  return edges.filter(([from, to]) => !nextTo(from).some((next) => next !== to && reaches(next, to)));
}

const sorted = (edges: readonly Edge[]) => edges.map((edge) => edge.join(" --> ")).toSorted();

test("the diagram of folders has the imports that there are, less those that follow from others", () => {
  const drawn = [...diagram.matchAll(/^ {2}(\w+) --> (\w+)$/gm)].map(([, from = "", to = ""]): Edge => [from, to]);
  expect(sorted(drawn)).toEqual(sorted(reduced(imports())));
});

test("and says what each folder is", () => {
  const folders = readdirSync(generator, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const named = [...diagram.matchAll(/^ {2}(\w+)\["/gm)].map(([, name]) => name);
  expect(named.toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});
