import type { Chart } from "../topology/chart.ts";
import type { Declaration } from "../values/declaration.ts";
import type { Children } from "../values/group.ts";
import { type Comment, type CommentedFields, commentedYaml } from "./commented-yaml.ts";

/** The schema for editors, in the folder of its chart. */
export const editorSchemaFile = "editor.schema.json";

/**
 * A file with some of a chart's values. Its first line tells editors the schema: where that is as seen from the file's
 * own folder, or its address (YAML Language Server documentation, "Using inlined schema").
 */
export function valuesFile(chart: Chart, schema: string, head: readonly Comment[], values: object): string {
  return commentedYaml([[schemaLine(schema)], ...head], fieldsOf(chart, values));
}

export function schemaLine(schema: string): string {
  return `yaml-language-server: $schema=${schema}`;
}

function fieldsOf(chart: Chart, values: object): CommentedFields {
  const children: Children = chart.values.children;
  return Object.fromEntries(
    Object.entries(values).map(([name, data]) => [
      name,
      { comments: describe(children[name]), content: { data }, apart: true },
    ]),
  );
}

function describe(declaration: Declaration | undefined): readonly Comment[] {
  return declaration ? [declaration.description] : [];
}
