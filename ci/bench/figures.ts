/** What one kind of run took, each time. */
export interface Series {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

/** Something that shall be so, and whether it is. */
export interface Bar {
  /** What is compared with what. */
  readonly what: string;
  readonly wanted: string;
  readonly measured: string;
  readonly met: boolean;
}

/** What one part of the benchmark has found. */
export interface Chapter {
  /** The name of the part, and of its plot. */
  readonly name: string;
  readonly title: string;
  /** What was measured and how, and where the time goes. */
  readonly paragraphs: readonly string[];
  readonly series: readonly Series[];
  /** The series that the others are compared with. */
  readonly base: string;
  readonly bars: readonly Bar[];
}

/** A bar that is met by at most so many times something. */
export function atMost(what: string, measured: number, limit: number, unit: string): Bar {
  return { what, wanted: `at most ${limit}${unit}`, measured: `${rounded(measured)}${unit}`, met: measured <= limit };
}

/** A bar that is met from so many times something on. */
export function atLeast(what: string, measured: number, limit: number, unit: string): Bar {
  return { what, wanted: `at least ${limit}${unit}`, measured: `${rounded(measured)}${unit}`, met: measured >= limit };
}

/** As precise as such figures are. */
export function rounded(number: number): string {
  return number >= 100 ? String(Math.round(number)) : number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
