import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";
import { loaders } from "../../generator/charts/loaders.ts";

const root = join(import.meta.dirname, "../../generator");

/** From the innermost layer on; each may import those before it. */
const layers = ["values", "expressions", "template", "rules", "kubernetes", "topology", "charts"];

const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.split(sep).join("/"));

function importsOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/ from "([^"]+)"/g)].flatMap(([, name]) => name ?? []);
}

describe("imports go one way", () => {
  test.each(layers)("%s", (layer) => {
    const inside = files.filter((file) => file.startsWith(`${layer}/`));
    expect(inside).not.toEqual([]);
    for (const file of inside) {
      for (const name of importsOf(file).filter((imported) => imported.startsWith("."))) {
        const target = new URL(name, `file:///${file}`).pathname.slice(1).split("/")[0] ?? "";
        expect(layers.slice(0, layers.indexOf(layer) + 1), `${file} imports ${name}`).toContain(target);
      }
    }
  });
});

test("no chart imports anything of another, so that one is as it was when another has changed", () => {
  const folders = loaders.map(({ name }) => `charts/${name}/`);
  for (const own of folders) {
    const reached = reachedFrom(files.filter((file) => file.startsWith(own)));
    const others = folders.filter((folder) => folder !== own);
    expect([...reached].filter((file) => others.some((folder) => file.startsWith(folder)))).toEqual([]);
  }
});

/** Packages that run in a web page as well. */
const packages = ["yaml", "@noble/hashes/sha2.js", "@noble/hashes/utils.js"];

test("the model and the evaluator import nothing of Node.js and no other package but types", () => {
  const inside = layers.flatMap((layer) => files.filter((file) => file.startsWith(`${layer}/`)));
  for (const file of reachedFrom(["evaluate.ts", ...inside])) {
    const text = readFileSync(join(root, file), "utf8");
    const imported = [...text.matchAll(/^import (?!type)[^;]* from "([^."][^"]*)"/gm)].flatMap(
      ([, name]) => name ?? [],
    );
    expect(
      imported.filter((name) => !packages.includes(name)),
      file,
    ).toEqual([]);
  }
});

/** The files and all that they import, and so on. */
function reachedFrom(starts: readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  // A set yields what is added to it while it is read.
  for (const file of reached)
    for (const name of importsOf(file).filter((imported) => imported.startsWith(".")))
      reached.add(new URL(name, `file:///${file}`).pathname.slice(1));
  return reached;
}
