import { Document, isCollection, Pair, Scalar, YAMLMap } from "yaml";
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
  const document = new Document(undefined, { version: "1.1" });
  document.contents = yamlMap(document, fields, 0) as never;
  const lines = commentLines(head, 0).map((line) => `#${line}`.trimEnd());
  return `${lines.join("\n")}\n\n${toText(document)}`;
}

/** Plain data as lines of YAML, without comments. */
export function yamlLines(data: unknown): readonly string[] {
  return toText(new Document(data, { version: "1.1", aliasDuplicateObjects: false }))
    .trimEnd()
    .split("\n");
}

function toText(document: Document): string {
  if (isCollection(document.contents) && document.contents.items.length === 0) return "{}\n";
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function yamlMap(document: Document, fields: CommentedFields, indent: number): YAMLMap {
  const map = new YAMLMap(document.schema);
  for (const [name, { comments, content, apart }] of Object.entries(fields)) {
    const key = new Scalar(name);
    key.commentBefore = commentLines(comments, indent).join("\n");
    // The library would leave a blank line above the first key as well.
    key.spaceBefore = apart && map.items.length > 0;
    const value =
      "fields" in content
        ? yamlMap(document, content.fields, indent + 2)
        : document.createNode(content.data, {
            aliasDuplicateObjects: false,
          });
    map.add(new Pair(key, value));
  }
  return map;
}

function commentLines(comments: readonly Comment[], indent: number): readonly string[] {
  return comments
    .flatMap((comment) => (typeof comment === "string" ? wrap(comment, width - indent - 2) : comment))
    .map((line) => ` ${line}`);
}
