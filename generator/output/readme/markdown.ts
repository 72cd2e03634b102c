/** Prose in Markdown: what is in backticks stays code, everything else means itself. */
export function prose(text: string): string {
  const pieces = text
    .replaceAll(/\s+/g, " ")
    .trim()
    .split(/(`[^`]*`)/);
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : escaped(piece))).join("");
}

/** Prose as a table's cell. */
export function cell(text: string): string {
  return prose(text).replaceAll("|", "\\|");
}

/** Code as a table's cell; the fence is longer than any run of backticks within. */
export function codeCell(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${text.replaceAll(/\s+/g, " ").replaceAll("|", "\\|")}${space}${fence}`;
}

/** Prose within an HTML element, where Markdown is not read. */
export function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("`", "");
}

/** A table, or nothing where it would have no rows. Cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const lines = [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`);
  return lines.join("\n");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\*_<>[\]#]/g, (character) => `\\${character}`);
}
