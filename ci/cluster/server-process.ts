import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";

/** A server that was started here, and only ever is stopped through its own process handle. */
export interface ServerProcess {
  readonly name: string;
  readonly hasEnded: () => boolean;
  /** Kills at once and without waiting: for the exit of this program. */
  readonly kill: () => void;
  /** Kills and waits for the end. The data is thrown away, so nothing is lost by not asking politely. */
  readonly stop: () => Promise<void>;
  /** The last lines it logged, for error messages. */
  readonly lastLog: () => Promise<string>;
}

/** Runs in the folder and logs to NAME.log there. */
export function startServer(
  file: string,
  serverArguments: readonly string[],
  folder: string,
  name: string,
): ServerProcess {
  const logFile = join(folder, `${name}.log`);
  const subprocess = execa(file, serverArguments, {
    cwd: folder,
    stdin: "ignore",
    stdout: { file: logFile, append: true },
    stderr: { file: logFile, append: true },
    reject: false,
    buffer: false,
    // api-server.ts sees to the end itself: the order matters.
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
    name,
    hasEnded: () => ended,
    kill,
    stop: async () => {
      kill();
      await end;
    },
    lastLog: async () => (await readFile(logFile, "utf8")).trim().split("\n").slice(-15).join("\n"),
  };
}
