import { readFile } from "node:fs/promises";
import { columns } from "../../command-line/options.ts";
import { type ExitCode, runProgram } from "../../command-line/program.ts";
import { withProgress } from "../../command-line/progress.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import { clusterFolder, clusterIn, isReady, readyMessage } from "./cluster-folder.ts";
import { loadImages } from "./load-image.ts";
import { markedProcesses } from "./marked-processes.ts";
import { startCluster } from "./start-cluster.ts";
import { stopCluster } from "./stop-cluster.ts";

const folder = clusterFolder("local");

await runProgram({
  command: "npm run cluster",
  operands: "up|load ARCHIVE|status|down",
  description: `
A Kubernetes cluster on this machine, with one node.

${columns([
  ["up", "starts it, which needs root"],
  ["load ARCHIVE", "puts the images of an OCI or Docker archive on the node"],
  ["status", "shows what runs, and exits with 1 where nothing does"],
  ["down", "ends it all, also after a crash, and removes its data"],
]).join("\n")}

Network policies are stored, but not enforced.`,
  options: {
    "control-plane": { type: "boolean", description: "up: API server, controllers and scheduler only, without root" },
  },
  run: async (given, words) => {
    const [command, archive] = words;
    if (command === "load" && archive !== undefined && words.length === 2) return load(archive);
    if (command === "up" && words.length === 1) return up(given["control-plane"]);
    if (command === "status" && words.length === 1) return status();
    if (command === "down" && words.length === 1) return down();
    throw new UsageError(words.length === 0 ? "A command is missing" : `There is no command "${words.join(" ")}"`);
  },
});

async function up(isControlPlaneOnly: boolean): Promise<ExitCode> {
  if (isRunning()) return print(`It runs already.\n${useIt()}`);
  const extent = isControlPlaneOnly ? "control-plane" : "node";
  await withProgress("starting the cluster", () => startCluster(folder, extent));
  return print(`${await readyMessage(folder)}\n${useIt()}`);
}

async function load(archive: string): Promise<ExitCode> {
  await withProgress(`loading ${archive}`, async () => loadImages(folder, await readFile(archive)));
  return 0;
}

/** Ends with 1 unless all is well, for scripts. */
function status(): ExitCode {
  const processes = markedProcesses(folder).map(({ id, program }) => `  ${program} (${id})\n`);
  if (!isRunning()) {
    print(processes.length === 0 ? "No cluster runs.\n" : `It is starting, or did not start:\n${processes.join("")}`);
    return 1;
  }
  return print(`It runs:\n${processes.join("")}${useIt()}`);
}

async function down(): Promise<ExitCode> {
  await withProgress("ending the cluster", () => stopCluster(folder));
  return print("Nothing of it is left.\n");
}

function isRunning(): boolean {
  return isReady(folder) && markedProcesses(folder).length > 0;
}

function useIt(): string {
  return `export KUBECONFIG=${clusterIn(folder).kubeconfig}\n`;
}

function print(text: string): ExitCode {
  process.stdout.write(text);
  return 0;
}
