import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { parseDocument } from "yaml";
import { goModuleFolder } from "../tools/wrapper-module.ts";

/** The wrapper module that pins charts of others. */
const wrapper = "peers";

/** A chart of somebody else's that its Go module holds. */
interface Peer {
  readonly name: string;
  readonly module: string;
  readonly folder: string;
}

const peers: readonly Peer[] = [
  {
    name: "external-secrets",
    module: "github.com/external-secrets/external-secrets",
    folder: "deploy/charts/external-secrets",
  },
  { name: "cert-manager", module: "github.com/cert-manager/cert-manager", folder: "deploy/charts/cert-manager" },
];

/**
 * Copies of charts of others below a folder, by name. Those that they depend on are left out, as none of them is on by
 * default, and Helm would ask for them all the same.
 */
export async function peerCharts(folder: string): Promise<ReadonlyMap<string, string>> {
  const charts = new Map<string, string>();
  for (const peer of peers) {
    const chart = join(folder, peer.name);
    await copyFiles(join(await goModuleFolder(wrapper, peer.module), peer.folder), chart);
    await rm(join(chart, "Chart.lock"), { force: true });
    await writeWithoutDependencies(join(chart, "Chart.yaml"));
    charts.set(peer.name, chart);
  }
  return charts;
}

/** Their contents alone: Go's folders and files are read-only, and who is not root could change no copy of such a folder. */
async function copyFiles(source: string, target: string): Promise<void> {
  for (const entry of await readdir(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const copy = join(target, relative(source, file));
    await mkdir(dirname(copy), { recursive: true });
    await writeFile(copy, await readFile(file));
  }
}

async function writeWithoutDependencies(file: string): Promise<void> {
  const document = parseDocument(await readFile(file, "utf8"));
  document.delete("dependencies");
  await writeFile(file, document.toString());
}
