import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { describe, expect, test } from "vitest";

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

test("the model imports nothing of Node.js and no package but types", () => {
  for (const file of files.filter((name) => layers.some((layer) => name.startsWith(`${layer}/`)))) {
    const text = readFileSync(join(root, file), "utf8");
    const packages = [...text.matchAll(/^import (?!type)[^;]* from "([^."][^"]*)"/gm)].map(([, name]) => name);
    expect(
      packages.filter((name) => name !== "yaml"),
      file,
    ).toEqual([]);
  }
});
