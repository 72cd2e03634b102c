/**
 * Where something was declared. The stack is captured when the declaration is made (about 1 µs) and only formatted when
 * an error has to name it.
 */
export interface Place {
  readonly trace: { readonly stack?: string | undefined };
}

/**
 * The place that called `factory`.
 * @param factory the function whose caller declares something; its own frames are left out
 */
export function callerOf(factory: (...parameters: never[]) => unknown): Place {
  if (!Error.captureStackTrace) return { trace: new Error("declared here") };
  const trace = {};
  const { stackTraceLimit } = Error;
  // The caller alone: what called it in turn takes several times as long to find.
  Error.stackTraceLimit = 1;
  Error.captureStackTrace(trace, factory);
  Error.stackTraceLimit = stackTraceLimit;
  return { trace };
}

/** Where this project's root is, as stack traces write it. */
const root = import.meta.url.replace(/generator\/values\/place\.ts.*$/, "");

/** `file:line` of a place, the file as seen from the project's root. */
export function formatPlace(place: Place): string {
  const frame = place.trace.stack?.split("\n").find((line) => line.trimStart().startsWith("at "));
  const position = frame?.match(/((?:file:\/\/)?[^\s()]+):(\d+):\d+\)?$/);
  if (!position?.[1]) return "an unknown place";
  const file = position[1].replace(root, "").replace(root.replace(/^file:\/\//, ""), "");
  return `${file}:${position[2]}`;
}
