import type { Chart } from "../topology/chart.ts";
import type { Declaration } from "../values/declaration.ts";
import { formerNote } from "../values/formerly.ts";
import type { Children } from "../values/group.ts";
import { type Comment, type Commented, type CommentedFields, commentedYaml, yamlLines } from "./commented-yaml.ts";
import { schemaLine } from "./values-file.ts";

/** values.yaml: every declared value with its default and what it means. */
export function valuesYaml({ metadata, values }: Chart): string {
  const head: readonly Comment[] = [
    [schemaLine("values.schema.json")],
    `Values of the ${metadata.name} chart, version ${metadata.version}, with their defaults. In a file of your own, write
    those that you change only. An entry of a map is left out by \`enabled: false\`, nothing by null.`,
    `In this order: ${Object.keys(values.children).join(", ")}.`,
    `Produced from generator/charts/${metadata.name} by \`npm run gen\`; edit that instead.`,
  ];
  return commentedYaml(head, commentedChildren(values.children, true));
}

function commentedChildren(children: Children, apart: boolean): CommentedFields {
  return Object.fromEntries(
    Object.entries(children).map(([name, declaration]) => [name, commented(name, declaration, apart)]),
  );
}

function commented(name: string, declaration: Declaration, apart: boolean): Commented {
  return {
    comments: [
      declaration.description,
      ...formerNote(declaration),
      ...optionsComment(declaration),
      ...exampleComment(name, declaration),
    ],
    content:
      declaration.kind === "group" && Object.keys(declaration.children).length > 0
        ? { fields: commentedChildren(declaration.children, false) }
        : { data: declaration.kind === "group" ? {} : declaration.default },
    apart,
  };
}

function optionsComment(declaration: Declaration): readonly Comment[] {
  return declaration.kind === "oneOf"
    ? [`One of: ${declaration.options.map((option) => option || '""').join(", ")}.`]
    : [];
}

function exampleComment(name: string, declaration: Declaration): readonly Comment[] {
  if (!("example" in declaration) || declaration.example === undefined) return [];
  if (typeof declaration.example !== "object") return [[`Example: ${yamlLines(declaration.example).join(" ")}`]];
  return [["Example:", ...yamlLines({ [name]: declaration.example }).map((line) => `  ${line}`)]];
}
