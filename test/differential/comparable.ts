import type { Objects } from "../charts/helm-engine.ts";

/**
 * What the evaluator and Helm must agree on. Checksums are masked: Helm digests what it prints, the evaluator data; that
 * both change together is a test of its own. Null is left out, as Kubernetes does: Helm prints `env:` with nothing under
 * it where every entry of a map is switched off.
 */
export function comparable(objects: Readonly<Record<string, readonly object[]>>): Objects {
  return JSON.parse(
    JSON.stringify(objects, (key, value) =>
      key.startsWith("checksum/") ? "a checksum" : value === null ? undefined : value,
    ),
  );
}

/** Notes without blank lines, which the templates lay out and the model knows nothing of. */
export function withoutBlankLines(notes: string): string {
  return notes
    .split("\n")
    .filter((line) => line.trim() !== "")
    .join("\n");
}
