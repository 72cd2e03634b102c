import { isMapping } from "./json.ts";

/** Values with others laid over them, as Helm does it: objects key by key, everything else as a whole. */
export function merged(base: unknown, over: unknown): unknown {
  if (!isMapping(base) || !isMapping(over)) return over;
  const names = Object.keys(over);
  if (names.length === 0) return base;
  const laid: Record<string, unknown> = { ...base };
  for (const name of names) {
    const value = Object.hasOwn(base, name) ? merged(base[name], over[name]) : over[name];
    // Assigned to, it would be the prototype.
    if (name === "__proto__") Object.defineProperty(laid, name, { value, enumerable: true, configurable: true });
    else laid[name] = value;
  }
  return laid;
}
