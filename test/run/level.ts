import type { ToolName } from "../../ci/tools/catalogue.ts";
import type { Case } from "./case.ts";
import type { Output } from "./program.ts";

/** A step of `npm test`. */
export interface Level {
  readonly name: string;
  /** What it shows, for `--help`. */
  readonly purpose: string;
  /** Fails, saying what to do, on a machine that it cannot run on. It then has failed, not been skipped. */
  readonly requirements?: () => Promise<void>;
  /** The pinned tools that must be ready before it runs. */
  readonly tools: readonly ToolName[];
  /** Makes ready what else it needs. Like its tools it may be out of reach, where Go or a registry is. */
  readonly prepare?: () => Promise<unknown>;
  /** It often waits, so that the levels after it run meanwhile. */
  readonly waits?: true;
  readonly run: (output: Output) => Promise<readonly Case[]>;
}

/** A level that was run. */
export interface Result {
  readonly level: string;
  readonly cases: readonly Case[];
  readonly seconds: number;
}
