/** How one test ended. */
export interface Case {
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** Why it failed or was skipped, in one line. */
  readonly reason?: string;
}

export function countOf(cases: readonly Case[], outcome: Case["outcome"]): number {
  return cases.filter((each) => each.outcome === outcome).length;
}
