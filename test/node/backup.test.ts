import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { arizuko } from "../../generator/charts/arizuko/chart.ts";
import { blocksOf } from "../charts/guide/guide-blocks.ts";
import { helm, type Release } from "../cluster/helm.ts";
import { cluster } from "./cluster.ts";
import { inContainer, inNamespace, installed, newRelease } from "./release.ts";

/** What the guide's chapter says: the object to save in a file, and the commands. */
const ofChapter = (language: string): readonly string[] =>
  blocksOf(arizuko, language).flatMap(({ chapter, text }) => (chapter === "Backup and restore" ? [text] : []));
const [object = ""] = ofChapter("yaml");
const [save = "", restore = ""] = ofChapter("sh");

describe("an instance is saved and restored as the guide says", () => {
  /** Where the commands are run, with the charts, and access to the namespace. */
  let folder: string;
  let release: Release;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "backup-"));
    release = await newRelease("arizuko", "arizuko-backup");
    await symlink(join(projectFolder, "charts"), join(folder, "charts"));
    const name: string = parse(object).metadata.name;
    await writeFile(join(folder, `${name}.yaml`), object);
    await writeFile(kubeconfig(), await kubectl(cluster, ["config", "view", "--raw"]), { mode: 0o600 });
    await run(`kubectl config set-context --current --namespace=${release.namespace}`);
    await installed(release);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const kubeconfig = (): string => join(folder, "kubeconfig.yaml");

  async function run(script: string): Promise<void> {
    const tools = await Promise.all([toolPath("kubectl"), toolPath("helm4")]);
    const { PATH = "" } = process.env;
    const env = { ...cluster.env, KUBECONFIG: kubeconfig(), PATH: [...tools.map(dirname), PATH].join(delimiter) };
    const { failed, all } = await execa("bash", ["-euo", "pipefail"], {
      cwd: folder,
      env,
      input: script,
      all: true,
      reject: false,
    });
    expect(failed, all).toBe(false);
  }

  /** What people made of the instance, and the keys that it lives by. */
  async function state(): Promise<unknown> {
    const { data } = JSON.parse(await inNamespace(release, "get", "secret", "arizuko-secrets", "--output", "json"));
    const shown = ["group demo list", "group demo grants", "route demo list", "secret demo list main"];
    return { data, shown: await inContainer(release, "routd", shown.map((words) => `arizuko ${words}`).join("; ")) };
  }

  test("data, keys and routes are those that were saved", async () => {
    await inContainer(release, "routd", "arizuko group demo grant github:someone '**'");
    await inContainer(release, "routd", "arizuko secret demo set main KEY --value secret");
    await inContainer(release, "routd", "arizuko route demo add platform=mastodon main#observe");
    const before = await state();
    await run(save);
    expect(await state()).toEqual(before);

    await inContainer(release, "routd", "arizuko group demo grant github:later '**'");
    await helm(release, "helm4", "uninstall", "--wait");
    await inNamespace(release, "delete", "persistentvolumeclaim,secret", "--all");
    await run("kubectl apply -f arizuko-secrets.yaml; helm install arizuko charts/arizuko --set replicas=0");
    await run(restore);
    expect(await state()).toEqual(before);
  });
});
