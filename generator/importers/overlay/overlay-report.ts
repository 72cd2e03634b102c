import type { OverlayImport } from "./overlay-import.ts";

/** What became of an overlay, in words: names and fields, and never what they are set to. */
export function overlayReport(result: OverlayImport): string {
  return [
    section("Secrets that the values name, and which must stay in the namespace:", result.secrets),
    section("Left out: objects that the chart has not the like of:", result.unknown),
    section("Left out: objects that the chart makes only where something else is set:", result.unmade),
    section("Left out: fields that no value sets:", result.lacking),
    section("Left out: the chart sets these fields in its own way:", result.otherwise),
    section("Left out: variables that nothing reads until something else is set:", result.unread),
    section(
      "Left out: variables that look secret. Put them into a Secret, and its key under env:",
      result.confidential,
    ),
    section("Left out: the chart refuses it:", result.refused),
  ].join("");
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? "" : `${title}\n${lines.map((line) => `  ${line}\n`).join("")}\n`;
}
