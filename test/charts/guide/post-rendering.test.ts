import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toolPath } from "../../../ci/tools/install.ts";
import { charts } from "../../../generator/charts/index.ts";
import { helms } from "../helm.ts";
import { parseObjects } from "../kubernetes-object.ts";
import { chartFolder } from "../preset.ts";
import { blocksOf } from "./guide-blocks.ts";

const chapter = "What no value reaches";

describe.each(charts)("post-rendering of $metadata.name, as its guide shows it", (chart) => {
  const { name } = chart.metadata;
  const blocks = (language: string) => blocksOf(chart, language).filter((block) => block.chapter === chapter);
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "post-rendering-"));
    const place = join(folder, "kustomize");
    await mkdir(place);
    const [kustomization, plugin] = blocks("yaml");
    const [script] = blocks("sh");
    await writeFile(join(place, "kustomization.yaml"), kustomization?.text ?? "");
    await writeFile(join(place, "plugin.yaml"), plugin?.text ?? "");
    await writeFile(join(place, "kustomize.sh"), script?.text ?? "");
    await chmod(join(place, "kustomize.sh"), 0o755);
    await symlink(chartFolder(name), join(folder, "chart"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(helms)("%s", async (helm) => {
    const commands = blocks("sh")
      .flatMap(({ text }) => text.split("\n"))
      .filter((line) => line.startsWith("helm "));
    const [install = "", four = "", three = ""] = commands;
    const change = { helm4: [install, rendering(four)], helm3: [rendering(three)] }[helm];
    const { PATH = "" } = process.env;
    const { stdout } = await execa("sh", ["-ec", change.join("\n")], {
      cwd: folder,
      env: {
        KUBECONFIG: "/dev/null",
        HELM_DATA_HOME: folder,
        PATH: `${dirname(await toolPath(helm))}:${dirname(await toolPath("kubectl"))}:${PATH}`,
      },
    });
    const rendered = stdout.slice(stdout.indexOf("apiVersion:"));
    const objects = parseObjects(rendered);
    const deployment = objects.find(({ kind, metadata }) => kind === "Deployment" && metadata.name === name);
    expect(deployment).toMatchObject({ spec: { progressDeadlineSeconds: 300 } });
    expect(objects.map(({ kind }) => kind)).toContain("NetworkPolicy");
  });

  const rendering = (command: string) =>
    command.replace("upgrade --install", "template").replace(`charts/${name}`, "./chart");
});
