/** A line of an environment file that cannot be read. */
export class EnvFileError extends Error {
  override readonly name = "EnvFileError";
}

/** A variable, and the line that sets it. */
export interface EnvLine {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

const assignment = /^\s*(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=[ \t]*/;

/**
 * The variables of an environment file as Docker Compose reads it (Docker documentation, "Environment file syntax"): of
 * several lines with one name the last counts, and `$NAME` stands for what an earlier line sets.
 * @throws EnvFileError naming file and line, and never what the line says
 */
export function parseEnvFile(file: string, content: string): readonly EnvLine[] {
  const text = content.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  const found = new Map<string, EnvLine>();
  let rest = text;
  while (rest !== "") {
    const line = text.slice(0, text.length - rest.length).split("\n").length;
    const blank = rest.match(/^[ \t]*(#[^\n]*)?(\n|$)/)?.[0];
    if (blank) {
      rest = rest.slice(blank.length);
      continue;
    }
    const head = rest.match(assignment);
    const fail = (problem: string): never => {
      throw new EnvFileError(`${file}:${line}: ${problem}`);
    };
    if (!head?.[1]) return fail("this is no NAME=VALUE; write one, or begin the line with #");
    const { raw, length, quote } = valueAt(rest.slice(head[0].length), fail);
    const value = quote === "'" ? raw : expanded(raw, found, fail);
    found.delete(head[1]);
    found.set(head[1], { name: head[1], value, line });
    rest = rest.slice(head[0].length + length);
  }
  return [...found.values()];
}

interface Value {
  readonly raw: string;
  /** How much of the text it takes, with the end of its line. */
  readonly length: number;
  readonly quote?: string;
}

function valueAt(text: string, fail: (problem: string) => never): Value {
  const quote = text[0];
  if (quote !== "'" && quote !== '"') {
    const [line = "", end = ""] = text.match(/^[^\n]*(\n|$)/) ?? [];
    const raw = line
      .slice(0, line.length - end.length)
      .replace(/(^|\s)#.*$/, "")
      .trimEnd();
    return { raw, length: line.length };
  }
  const quoted = text.match(quote === "'" ? /^'((?:\\'|[^'])*)'/ : /^"((?:\\[\s\S]|[^"\\])*)"/);
  if (!quoted) return fail(`the quote ${quote} is not closed`);
  const [after, comment] = text.slice(quoted[0].length).match(/^([ \t]*(?:#[^\n]*)?)(?:\n|$)/) ?? [];
  if (after === undefined || comment === undefined) return fail("there is text after the closing quote");
  const inside = quoted[1] ?? "";
  return { raw: quote === '"' ? unescaped(inside) : inside, length: quoted[0].length + after.length, quote };
}

const escapes: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t", '"': '"', "\\": "\\" };

function unescaped(text: string): string {
  return text.replace(/\\([nrt"\\])/g, (_, letter: string) => escapes[letter] ?? letter);
}

function expanded(text: string, before: ReadonlyMap<string, EnvLine>, fail: (problem: string) => never): string {
  return text.replace(/\\\$|\$\$|\$(?:\{([^}]*)\}|([A-Za-z_][A-Za-z0-9_]*))/g, (_, braced?: string, plain?: string) => {
    const name = braced ?? plain;
    if (name === undefined) return "$";
    const known = before.get(name);
    return known
      ? known.value
      : fail(
          `it refers to ${nameIn(name)}, which no line before sets; write the value in single quotes if $ is part of it`,
        );
  });
}

/** What is between braces may be anything, and part of a password. */
function nameIn(text: string): string {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(text) ? text : "something";
}
