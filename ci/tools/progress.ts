/** What is told while tools are built. */
export interface Progress {
  readonly tool: string;
  readonly version: string;
  /** This is build number `index` of `total`. */
  readonly index: number;
  readonly total: number;
  readonly state: "building" | "built";
  readonly seconds: number;
}

export type OnProgress = (progress: Progress) => void;

/** Progress goes to stderr: stdout is for results. */
export function printProgress({ tool, version, index, total, state, seconds }: Progress): void {
  const time = state === "building" && seconds === 0 ? "" : ` (${seconds} s)`;
  process.stderr.write(`[${index}/${total}] ${tool} ${version}: ${state}${time}\n`);
}
