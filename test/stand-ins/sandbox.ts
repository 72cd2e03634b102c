import { mkdir, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import { freePort } from "../../ci/cluster/free-port.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { standInProgram } from "../../ci/images/stand-in-program.ts";

/** What a stand-in records: a line of JSON on stderr. */
export interface StandInRecord {
  readonly event: string;
  readonly [field: string]: unknown;
}

export interface Settings {
  readonly words?: readonly string[];
  /** All variables that it gets, save PATH. */
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

export interface Ended {
  readonly code: number | undefined;
  /** Why it ended, if not by itself or a signal. */
  readonly message: string;
  readonly stdout: string;
  readonly records: readonly StandInRecord[];
}

export interface Running {
  readonly ended: Promise<Ended>;
  readonly records: readonly StandInRecord[];
  readonly signal: (name: NodeJS.Signals) => void;
}

/** A folder of a test's own, and programs started in it, which end with the test. */
export interface Sandbox {
  readonly folder: string;
  /** The folder that programs find each other in, once each was linked or started. */
  readonly bin: string;
  readonly link: (program: string) => Promise<string>;
  readonly run: (program: string, settings?: Settings) => Promise<Ended>;
  readonly start: (program: string, settings?: Settings) => Promise<Running>;
  /** Starts a program and waits until it listens; fails with what it says if it ends instead. */
  readonly serve: (program: string, settings?: Settings) => Promise<Running>;
}

const seconds = 1000;

export async function sandbox(): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), "stand-ins-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const bin = join(folder, ".bin");
  await mkdir(bin);
  const file = await standInProgram();

  const link = async (program: string): Promise<string> => {
    const path = join(bin, program);
    await symlink(file, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    return path;
  };
  const start = async (program: string, { words = [], env = {}, folder: cwd = folder }: Settings = {}) => {
    const path = await link(program);
    const records: StandInRecord[] = [];
    const subprocess = execa(path, words, {
      cwd,
      env: { PATH: bin, ...env },
      extendEnv: false,
      stdin: "ignore",
      reject: false,
      stderr: function* (line: unknown) {
        records.push(JSON.parse(String(line)));
        yield line;
      },
    });
    onTestFinished(() => void subprocess.kill("SIGKILL"));
    const ended = subprocess.then(({ exitCode, stdout }): Ended => {
      const exit = records.find(({ event }) => event === "exit");
      return { code: exitCode, message: String(exit?.["message"] ?? ""), stdout: String(stdout), records };
    });
    return { ended, records, signal: (name: NodeJS.Signals) => void subprocess.kill(name) };
  };

  return {
    folder,
    bin,
    link,
    start,
    run: async (program, settings) => (await start(program, settings)).ended,
    serve: async (program, settings) => {
      const running = await start(program, settings);
      let end: Ended | undefined;
      running.ended.then((ended) => {
        end = ended;
      });
      const listens = () => running.records.some(({ event }) => event === "listening");
      const isSettled = await waitUntil(async () => listens() || end !== undefined, 10 * seconds);
      if (!isSettled || !listens())
        throw new Error(`${program} does not listen: ${end?.message ?? "nothing was heard of it in 10 s"}`);
      return running;
    },
  };
}

/** A loopback address that nothing listens on. */
export async function freeAddress(): Promise<string> {
  return `127.0.0.1:${await freePort()}`;
}

/** Waits until something was recorded. */
export async function recorded(
  { records }: Running,
  wanted: (record: StandInRecord) => boolean,
  timeoutSeconds = 10,
): Promise<StandInRecord> {
  await waitUntil(async () => records.some(wanted), timeoutSeconds * seconds);
  const found = records.find(wanted);
  if (found === undefined) throw new Error(`not recorded in ${timeoutSeconds} s: ${wanted}`);
  return found;
}
