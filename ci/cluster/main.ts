import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { clusterFolder, clusterIn, isReady, readyMessage } from "./cluster-folder.ts";
import { loadImages } from "./load-image.ts";
import { markedProcesses } from "./marked-processes.ts";
import { startCluster } from "./start-cluster.ts";
import { stopCluster } from "./stop-cluster.ts";

const folder = clusterFolder("local");

const usage = `Usage: npm run cluster <command>

  up [-- --control-plane]  starts a Kubernetes cluster on this machine, with one node. It needs root;
                           with --control-plane only API server, controllers and scheduler run, without root
  load ARCHIVE             puts the images of an OCI or Docker archive on the node
  status                   shows what runs
  down                     ends it all, also after a crash, and removes its data

Network policies are stored, but not enforced.
`;

async function main(words: string[]): Promise<number> {
  const options = { help: { type: "boolean", short: "h" }, "control-plane": { type: "boolean" } } as const;
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  const [command, archive] = positionals;
  if (values.help === true) return print(usage);
  if (command === "load" && archive !== undefined && positionals.length === 2) return load(archive);
  if (command === "up" && positionals.length === 1) return up(values["control-plane"] === true);
  if (command === "status" && positionals.length === 1) return status();
  if (command === "down" && positionals.length === 1) return down();
  process.stderr.write(usage);
  return 2;
}

async function up(isControlPlaneOnly: boolean): Promise<number> {
  if (isRunning()) return print(`It runs already.\n${useIt()}`);
  await startCluster(folder, isControlPlaneOnly ? "control-plane" : "node");
  return print(`${await readyMessage(folder)}\n${useIt()}`);
}

async function load(archive: string): Promise<number> {
  await loadImages(folder, await readFile(archive));
  return 0;
}

/** Ends with 1 unless all is well, for scripts. */
function status(): number {
  const processes = markedProcesses(folder).map(({ id, program }) => `  ${program} (${id})\n`);
  if (!isRunning()) {
    print(processes.length === 0 ? "No cluster runs.\n" : `It is starting, or did not start:\n${processes.join("")}`);
    return 1;
  }
  return print(`It runs:\n${processes.join("")}${useIt()}`);
}

async function down(): Promise<number> {
  await stopCluster(folder);
  return print("Nothing of it is left.\n");
}

function isRunning(): boolean {
  return isReady(folder) && markedProcesses(folder).length > 0;
}

function useIt(): string {
  return `export KUBECONFIG=${clusterIn(folder).kubeconfig}\n`;
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
