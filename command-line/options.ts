import { parseArgs } from "node:util";
import { UsageError } from "./usage-error.ts";

/** An option of a program: a switch, or one that takes an argument, perhaps several times. */
export type Option =
  | { readonly type: "boolean"; readonly description: string }
  | {
      readonly type: "string";
      /** What its argument is called in the help. */
      readonly argument: string;
      readonly description: string;
      readonly multiple?: boolean;
    };

export type Options = Readonly<Record<string, Option>>;

/** What a command line says. */
export type Given<O extends Options> = {
  readonly [K in keyof O]: O[K] extends { readonly type: "boolean" }
    ? boolean
    : O[K] extends { readonly multiple: true }
      ? readonly string[]
      : string | undefined;
};

/** What every program understands. */
export const commonOptions = {
  debug: { type: "boolean", description: "show where in the code an error was raised" },
  help: { type: "boolean", description: "this text" },
} as const satisfies Options;

/**
 * Reads a command line. Switches that are not given are false, repeatable options empty.
 * @throws UsageError for an unknown option or a missing argument
 */
export function parseOptions<const O extends Options>(
  options: O,
  words: readonly string[],
): { readonly given: Given<O>; readonly words: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
    const found = new Map<string, unknown>(Object.entries(values));
    const given = Object.entries<Option>(options).map(([name, option]) => [name, found.get(name) ?? absent(option)]);
    return { given: Object.fromEntries(given), words: positionals };
  } catch (error) {
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split(/\n|\. /);
    // Where another option stands in the place of an argument, Node says more, which is cut off here.
    throw new UsageError(problem.replace(/\.$/, "").replace(/argument is ambiguous$/, "argument missing"), {
      cause: error,
    });
  }
}

function absent(option: Option): unknown {
  if (option.type === "boolean") return false;
  return option.multiple ? [] : undefined;
}

/** The options, a line each. */
export function optionLines(options: Options): readonly string[] {
  const heads = Object.entries(options).map(([name, option]): [string, string] => [
    `--${name}${option.type === "string" ? ` ${option.argument}${option.multiple ? "…" : ""}` : ""}`,
    option.description,
  ]);
  return columns(heads);
}

/** Names and what they mean, in two columns. */
export function columns(rows: readonly (readonly [name: string, meaning: string])[]): readonly string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, meaning]) => `  ${name.padEnd(width)}  ${meaning}`);
}
