import type { Binding, IncludeNode, Node } from "../../expressions/node.ts";
import { printInclude, printOperand, printPair, printRoot, type Scope } from "../../expressions/print.ts";
import { printAction } from "./action.ts";
import { action, closed, type Lines, pad, width } from "./lines.ts";

/** An action around the text of a helper, its arguments one a line where they are too wide for one. */
export function printIncluding(tree: IncludeNode, indent: number, scope: Scope, before: string, after: string): Lines {
  const line = action(indent, `${before}${printInclude(tree, scope)}${after}`);
  if (line.length <= width || Object.keys(tree.arguments).length === 0) return [line];
  const given = Object.entries(tree.arguments).map(
    ([name, value]) => `${pad(indent + 4)}${printPair(name, value, scope)}`,
  );
  return [
    `${pad(indent)}{{- ${before}include "${scope.chart}.${tree.helper.name}" (dict`,
    ...closed([`${pad(indent + 4)}"root" ${printRoot(scope)}`, ...given], `)${after} }}`),
  ];
}

/** A collection of the user's, as it is. */
export function printToYaml(tree: Node, indent: number, scope: Scope): Lines {
  const text = `toYaml ${printOperand(tree, scope)}`;
  return [indent === 0 ? `{{ ${text} }}` : action(indent, `${text} | nindent ${indent}`)];
}

/** Helm's bindings at the head of a document or helper. */
export function printBindings(bindings: readonly Binding[], scope: Scope): Lines {
  return bindings.flatMap(({ variable, value }) => printAction(`$${variable.name} :=`, value, 0, scope));
}
