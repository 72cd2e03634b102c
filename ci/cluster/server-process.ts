import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { goEnvironment } from "../go-environment.ts";

/** What to start. */
export interface ServerProgram {
  readonly name: string;
  readonly file: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** A server that was started here, and only ever is stopped through its own process handle. */
export interface ServerProcess {
  readonly program: ServerProgram;
  readonly hasEnded: () => boolean;
  /** Kills at once and without waiting: for the exit of this program. */
  readonly kill: () => void;
  /** Kills and waits for the end. The data is thrown away, so nothing is lost by not asking politely. */
  readonly stop: () => Promise<void>;
  /** The last lines it logged, for error messages. */
  readonly lastLog: () => Promise<string>;
}

/** Servers of one cluster, in the order they were started. */
export interface ServerGroup {
  /** They run in it and log to NAME.log there. */
  readonly folder: string;
  /** Words in front of every command line, such as those that enter a network namespace. */
  readonly prefix: readonly string[];
  readonly running: ServerProcess[];
}

export function startServer({ folder, prefix, running }: ServerGroup, program: ServerProgram): void {
  running.push(startProcess(folder, prefix, program));
}

/** Starts again what has ended, and returns the names. */
export function restartEnded({ folder, prefix, running }: ServerGroup): readonly string[] {
  const names: string[] = [];
  for (const [index, { hasEnded, program }] of running.entries()) {
    if (!hasEnded()) continue;
    running[index] = startProcess(folder, prefix, program);
    names.push(program.name);
  }
  return names;
}

function startProcess(folder: string, prefix: readonly string[], program: ServerProgram): ServerProcess {
  const logFile = join(folder, `${program.name}.log`);
  const [file = program.file, ...words] = [...prefix, program.file, ...program.words];
  const subprocess = execa(file, words, {
    cwd: folder,
    env: { ...goEnvironment, ...program.env },
    stdin: "ignore",
    stdout: { file: logFile, append: true },
    stderr: { file: logFile, append: true },
    reject: false,
    buffer: false,
    // Whoever starts servers sees to their end: the order matters.
    cleanup: false,
  });
  let ended = false;
  const end = subprocess.finally(() => {
    ended = true;
  });
  const kill = (): void => {
    if (!ended) subprocess.kill("SIGKILL");
  };
  return {
    program,
    hasEnded: () => ended,
    kill,
    stop: async () => {
      kill();
      await end;
    },
    lastLog: async () => (await readFile(logFile, "utf8")).trim().split("\n").slice(-15).join("\n"),
  };
}
