import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { patience } from "../patience.ts";
import { cluster } from "./cluster.ts";

/** Where the commands of a document are run: a folder like the project's own, and a namespace. */
export interface Workplace {
  readonly folder: string;
  readonly namespace: string;
  readonly env: Readonly<Record<string, string>>;
}

/** A folder in which everything of the project is, and in which commands may write. */
export async function newWorkplace(namespace: string): Promise<Workplace> {
  const folder = await mkdtemp(join(tmpdir(), "documents-"));
  await mkdir(join(projectFolder, ".cluster"), { recursive: true });
  for (const name of await readdir(projectFolder)) {
    if (name !== ".git") await symlink(join(projectFolder, name), join(folder, name));
  }
  const programs = await Promise.all([toolPath("helm4"), toolPath("kubectl")]);
  // A context of its own has the namespace that people have set before.
  const kubeconfig = join(folder, "kubeconfig.yaml");
  const { stdout } = await execa(programs[1], ["config", "view", "--raw"], { env: cluster.env });
  await writeFile(kubeconfig, stdout, { mode: 0o600 });
  const env = {
    ...cluster.env,
    KUBECONFIG: kubeconfig,
    PATH: [...programs.map(dirname), dirname(process.execPath), process.env["PATH"] ?? ""].join(":"),
  };
  await execa(programs[1], ["config", "set-context", "--current", `--namespace=${namespace}`], { env });
  return { folder, namespace, env };
}

export async function removeWorkplace({ folder }: Workplace): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

/** What runs on in the background when commands have ended is ended too. */
const untilTheEnd = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT";

/**
 * Runs commands as they are written, in a shell that stops at the first that fails.
 * @throws Error with what they printed
 */
export async function run({ folder, env }: Workplace, commands: string): Promise<string> {
  // Packages are the project's own in every workplace, and these very tests run with them.
  if (/\bnpm (ci|install)\b/.test(commands)) throw new Error("npm would replace the packages of the tests themselves");
  const { failed, all, shortMessage } = await execa(
    "bash",
    ["-e", "-o", "pipefail", "-c", `${untilTheEnd}\n${commands}`],
    {
      cwd: folder,
      env,
      all: true,
      stdin: "ignore",
      timeout: patience,
      reject: false,
    },
  );
  if (failed) throw new Error(all || shortMessage);
  return all;
}

/** What there is in the namespace and what has happened lately, for whoever reads of a failure. */
export async function stateOf(place: Workplace): Promise<string> {
  const commands = "kubectl get deployments,pods -o wide; kubectl get events --sort-by=.lastTimestamp | tail -n 40";
  return run(place, commands).catch(String);
}
