import type { JsonObject } from "../../values/json.ts";
import { containersOf, environmentOf } from "./rendered.ts";

/** The texts of Secrets, by their names and keys. */
export type SecretTexts = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What containers are told, by variable: each different text once. What no Secret has is not told. */
export function told(objects: readonly JsonObject[], secrets: SecretTexts): ReadonlyMap<string, ReadonlySet<string>> {
  const texts = new Map<string, Set<string>>();
  for (const container of containersOf(objects)) {
    for (const [name, setting] of environmentOf(container, objects)) {
      const text =
        "text" in setting ? setting.text : "secret" in setting ? secrets[setting.secret]?.[setting.key] : undefined;
      if (text !== undefined) texts.set(name, (texts.get(name) ?? new Set()).add(text));
    }
  }
  return texts;
}
