import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { foxctl } from "../../generator/charts/foxctl/chart.ts";
import { home } from "../../generator/charts/foxctl/components/directories.ts";
import { blocksOf } from "../charts/guide/guide-blocks.ts";
import { runScript } from "../cluster/shell.ts";
import { inContainer, installed, newRelease } from "./release.ts";

const chapter = foxctl.guide.filter(({ title }) => title === "Backup and restore");
const [pod] = blocksOf({ ...foxctl, guide: chapter }, "yaml");
const [save, restore] = blocksOf({ ...foxctl, guide: chapter }, "sh").filter(({ text }) => text.includes("foxctl.tar"));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "backup-"));
  await symlink(join(projectFolder, "charts"), join(folder, "charts"));
  await writeFile(join(folder, "foxctl-files.yaml"), pod?.text ?? "");
});
afterAll(() => rm(folder, { recursive: true }));

test("foxctl's guide brings back what was on the claim", async () => {
  const release = await newRelease("foxctl", "foxctl-backup");
  await installed(release, "--set", "core.cache.kind=claim");
  const shell = { ...release, helm: "helm4", folder } as const;
  const marker = `${home}/marker`;
  await inContainer(release, "foxctl", `echo kept > ${marker}`);

  await runScript(shell, save?.text ?? "false");
  await inContainer(release, "foxctl", `rm ${marker}`);
  await runScript(shell, restore?.text ?? "false");

  expect(await inContainer(release, "foxctl", `cat ${marker}`)).toBe("kept");
});
