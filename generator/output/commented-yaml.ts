import { yamlScalar, yamlText } from "../template/print/yaml.ts";
import { wrap } from "./wrap.ts";

/** Data for a YAML file with comments above its keys. */
export interface Commented {
  /** Paragraphs above the key, each wrapped. */
  readonly comments: readonly Comment[];
  /** Fields with comments of their own, or plain data. */
  readonly content: { readonly fields: CommentedFields } | { readonly data: unknown };
  /** Whether a blank line goes before it. */
  readonly apart: boolean;
}

/** Prose to be wrapped, or lines that stay as they are. */
export type Comment = string | readonly string[];

export type CommentedFields = Readonly<Record<string, Commented>>;

/** How wide comments are, in columns. */
const width = 100;

/** YAML with comments, safe for readers of YAML 1.1, as Helm and Kubernetes are: `on` and `1_000` are in quotes. */
export function commentedYaml(head: readonly Comment[], fields: CommentedFields): string {
  const lines = [...commentLines(head, ""), "", ...fieldLines(fields, "")];
  return `${lines.join("\n")}\n`;
}

/** Plain data as lines of YAML, without comments. */
export function yamlLines(data: unknown): readonly string[] {
  return yamlText(data).trimEnd().split("\n");
}

function fieldLines(fields: CommentedFields, pad: string): readonly string[] {
  const entries = Object.entries(fields);
  if (entries.length === 0) return [`${pad}{}`];
  return entries.flatMap(([name, { comments, content, apart }], index) => [
    ...(apart && index > 0 ? [""] : []),
    ...commentLines(comments, pad),
    ...("fields" in content
      ? [`${pad}${yamlScalar(name)}:`, ...fieldLines(content.fields, `${pad}  `)]
      : dataLines(name, content.data).map((line) => line && `${pad}${line}`)),
  ]);
}

/** Most data is a word or a number; what is not is left to the library, which takes its time. */
function dataLines(name: string, data: unknown): readonly string[] {
  const isPlain =
    typeof data === "number" || typeof data === "boolean" || (typeof data === "string" && !data.includes("\n"));
  return isPlain ? [`${yamlScalar(name)}: ${yamlScalar(data)}`] : yamlLines({ [name]: data });
}

function commentLines(comments: readonly Comment[], pad: string): readonly string[] {
  return comments
    .flatMap((comment) => (typeof comment === "string" ? wrap(comment, width - pad.length - 2) : comment))
    .map((line) => `${pad}# ${line}`.trimEnd());
}
