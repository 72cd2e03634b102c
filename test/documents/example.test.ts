import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { projectFolder } from "../../ci/paths.ts";
import { markdownFile } from "./markdown-files.ts";

/** The files that docs/architecture.md shows, by the path in their first line. */
const files = markdownFile("docs/architecture.md").blocks.flatMap(({ language, text }) => {
  const path = language === "ts" ? /^\/\/ (generator\/\S+)$/m.exec(text)?.[1] : undefined;
  return path === undefined ? [] : [{ path, text }];
});

describe("the chart that docs/architecture.md adds", () => {
  let root = "";
  /** The generator as it is, with the new chart beside the others. */
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "example-"));
    await mkdir(join(root, "generator/charts"), { recursive: true });
    for (const entry of await readdir(join(projectFolder, "generator")))
      if (entry !== "charts") await symlink(join(projectFolder, "generator", entry), join(root, "generator", entry));
    await symlink(join(projectFolder, "node_modules"), join(root, "node_modules"));
    await symlink(join(projectFolder, "package.json"), join(root, "package.json"));
    for (const { path, text } of files) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), `${text}\n`);
    }
    const extended = { extends: join(projectFolder, "tsconfig.json"), include: ["generator/charts"] };
    await writeFile(join(root, "tsconfig.json"), JSON.stringify(extended));
  });
  afterAll(() => rm(root, { recursive: true }));

  test("has files", () => {
    expect(files.map(({ path }) => path)).toContain("generator/charts/hello/chart.ts");
  });

  test("compiles", async () => {
    const { stdout } = await execa("tsc", ["-p", root], { preferLocal: true, reject: false });
    expect(stdout).toBe("");
  });

  test("becomes a chart", async () => {
    const from = (path: string) => pathToFileURL(join(root, "generator", path)).href;
    const script = `import { generate } from "${from("generate.ts")}";
import { hello } from "${from("charts/hello/chart.ts")}";
console.log((await generate({ check: false, anew: false, out: "${root}" }, [{ name: "hello", load: async () => hello }])).message);`;
    const { stdout } = await execa(process.execPath, ["--input-type=module", "--eval", script]);
    expect(stdout).toContain("wrote charts/hello/templates/web/deployment.yaml");
    const helpers = await readFile(join(root, "charts/hello/templates/_helpers.tpl"), "utf8");
    expect(helpers).toContain("HELLO_GREETING: {{ .Values.web.greeting | quote }}");
    const [values] = parseAllDocuments(await readFile(join(root, "charts/hello/values.yaml"), "utf8"));
    expect(values?.toJS()).toMatchObject({ web: { greeting: "hello" } });
  });
});
