/**
 * The key that a map's entry has when nobody thinks of one: what a pattern asks for, less what may be missing. Undefined
 * where the pattern leaves more open than that.
 */
export function simplestKey(pattern: string): string | undefined {
  const least = pattern.replace(/\((?:[^()])*\)[*?]/g, "");
  return /^[\w-]+$/.test(least) ? least : undefined;
}
