import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packagedFiles } from "../../generator/output/packaged-files.ts";
import { renamed } from "../generator/demo/renamed.ts";
import { choices } from "../generator/demo/renamed-choices.ts";
import { helms, runHelm } from "./helm.ts";

describe.each(helms)("%s and a chart whose values were renamed", (helm) => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "renamed-"));
    for (const [path, text] of packagedFiles(renamed)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function template(values: object): Promise<string> {
    const file = join(folder, "own-values.yaml");
    await writeFile(file, JSON.stringify(values));
    const { succeeded, stdout, stderr } = await runHelm(helm, "template", "demo", folder, "--values", file);
    return succeeded && stderr === "" ? stdout : stderr;
  }

  test.each(choices)("%s: the same under either name", async (_, former, own) => {
    const printed = await template(own);
    expect(printed).toContain("kind: ConfigMap");
    expect(printed).not.toBe(await template({}));
    expect(await template(former)).toBe(printed);
  });

  test("both names are refused, and which to leave out is said", async () => {
    expect(await template({ server: { count: 0, replicas: 2 } })).toContain(
      "left out: it was renamed to replicas, which is set as well",
    );
  });
});
