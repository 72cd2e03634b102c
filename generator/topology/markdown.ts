/** Code in backticks, or the name of an environment variable of several words. */
const code = /(`[^`]*`|\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+_?\b)/;

/** Prose in Markdown: what is in backticks, and names of environment variables, are code; the rest means itself. */
export function prose(text: string): string {
  const pieces = text.replaceAll(/\s+/g, " ").trim().split(code);
  return pieces.map((piece, index) => (index % 2 === 1 ? `\`${piece.replaceAll("`", "")}\`` : escaped(piece))).join("");
}

/** A paragraph of prose, written as several texts. */
export function paragraph(...texts: readonly string[]): string {
  return prose(texts.join(" "));
}

/** Where the chapters of a document are, before the first of them. */
export function withContents(document: string): string {
  const [head = "", ...chapters] = document.split(/^(?=## )/m);
  const titles = chapters.map((chapter) => /^## (.*)$/m.exec(chapter)?.[1] ?? "");
  const links = titles.map((title) => `[${title}](#${anchorOf(title)})`);
  return [`${head}${links.join(" · ")}\n\n`, ...chapters].join("");
}

/** What GitHub calls a heading in addresses (GitHub documentation, "Basic writing and formatting syntax", section links). */
export function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Items of prose, one below the other. */
export function bullets(...items: readonly string[]): string {
  return items.map((item) => `* ${prose(item)}`).join("\n");
}

/** Commands, a line each. What needs more than a cluster, kubectl and Helm is marked, so that no test tries it. */
export function shell(...lines: readonly string[]): string {
  const needs = Object.entries(outside).filter(([, form]) => lines.some((line) => form.test(line)));
  const block = fenced("sh", lines);
  return needs.length === 0 ? block : `${outsideMark(needs.map(([need]) => need).join(", "))}\n${block}`;
}

/** The mark of commands that no test tries, with what they need. Readers do not see it. */
export function outsideMark(needs: string): string {
  return `<!-- outside: ${needs} -->`;
}

/** What no test has, and how commands show that they need it. */
const outside: Readonly<Record<string, RegExp>> = {
  "another repository": /^git clone /,
  "a container engine": /(^|\| *)(docker|k3s|ctr|kind) /,
  "a cloud": /^(aws|gcloud) /,
  "a secret store": /^vault |\| *vault |kubeseal|external-secrets\.io/,
  "an old machine": /^sudo /,
  "a public address": /https:\/\/[\w.]*example\.com/,
  "a phone": /PHONE_NUMBER/,
};

/** YAML, a line each. */
export function yaml(...lines: readonly string[]): string {
  return fenced("yaml", lines);
}

function fenced(language: string, lines: readonly string[]): string {
  return [`\`\`\`${language}`, ...lines, "```"].join("\n");
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

/** A table whose cells are prose. */
export function proseTable(head: readonly string[], ...rows: readonly (readonly string[])[]): string {
  return table(
    head,
    rows.map((row) => row.map(cell)),
  );
}

function escaped(text: string): string {
  return text.replaceAll(/[\\*_<>[\]#]/g, (character) => `\\${character}`);
}
