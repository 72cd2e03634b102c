/** One thing that publishing has to do at a target. */
export interface Step {
  /** What will be there: `foxctl 0.1.0 in oci://ghcr.io/owner/charts`. */
  readonly title: string;
  /** Whether it is there already, the same: then nothing is to be done. */
  readonly isDone: boolean;
  readonly run: () => Promise<void>;
}

/**
 * Carries out steps, one after the other, and tells of each. Targets themselves show what is done, so that a run which
 * fails is completed by the next.
 * @throws Error of the first step that fails; it names how many are left
 */
export async function runSteps(steps: readonly Step[], isDryRun: boolean, tell: (line: string) => void): Promise<void> {
  for (const [index, { title, isDone, run }] of steps.entries()) {
    const at = `[${index + 1}/${steps.length}] ${title}`;
    if (isDone) tell(`${at}: there already`);
    else if (isDryRun) tell(`${at}: to be done`);
    else {
      try {
        await run();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new Error(`${at}: ${reason}\nOnce that is mended, run the command again; it does what is left.`, {
          cause: error,
        });
      }
      tell(`${at}: done`);
    }
  }
}
