import { always } from "../expressions/condition.ts";
import { expression, node as expressionNode, isExpression } from "../expressions/expression.ts";
import { identity } from "../expressions/identity.ts";
import type { Binding, Helper, IncludeNode, Node } from "../expressions/node.ts";
import {
  knowing,
  printExpression,
  printInclude,
  printLiteral,
  printRoot,
  type Scope,
  scopeOf,
} from "../expressions/print.ts";
import { resultOf } from "../expressions/result.ts";
import { ModelError } from "./errors.ts";
import {
  type EachNode,
  type FragmentNode,
  type HoleNode,
  hole,
  type ItemsNode,
  isHole,
  type KeyedListNode,
  type MappingNode,
  type WhenNode,
} from "./hole.ts";
import { presence } from "./presence.ts";
import { printScalar, printScalarExpression } from "./scalar.ts";

type Lines = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

/** The widest line that a template may have, in columns. */
const width = 120;

const inner = (scope: Scope): Scope => ({ ...scope, nested: true });
const pad = (indent: number): string => " ".repeat(indent);
const action = (indent: number, text: string): string => `${pad(indent)}{{- ${text} }}`;

/** Entries one after the other, those that follow each other under the same condition behind one guard. */
function printEntries(
  entries: readonly (readonly [key: string, value: unknown])[],
  indent: number,
  scope: Scope,
  print: (key: string, value: unknown, inside: Scope) => Lines,
): Lines {
  const [first, ...others] = entries;
  if (!first) return [];
  const condition = guardOf(first[1]);
  if (!condition) return [...print(...first, scope), ...printEntries(others, indent, scope, print)];
  const differs = others.findIndex(([, value]) => {
    const guard = guardOf(value);
    return !guard || identity(guard) !== identity(condition);
  });
  const together = [first, ...(differs < 0 ? others : others.slice(0, differs))];
  const inside = knowing(condition, scope);
  return [
    ...printGuard(condition, indent, scope),
    ...together.flatMap(([key, value]) =>
      print(key, isHole(value) && value[hole].op === "when" ? value[hole].then : value, inside),
    ),
    action(indent, "end"),
    ...(differs < 0 ? [] : printEntries(others.slice(differs), indent, scope, print)),
  ];
}

/** The condition of an entry that is there only where it holds. */
function guardOf(value: unknown): Node | undefined {
  if (!isHole(value)) return undefined;
  const tree = value[hole];
  return tree.op === "when" && tree.otherwise === undefined ? tree.condition : undefined;
}

/** The fields of an object with holes, as lines of a template. */
export function printFields(fields: Fields, indent: number, scope: Scope): Lines {
  return printEntries(Object.entries(fields), indent, scope, (key, value, inside) =>
    printField(key, value, indent, inside),
  );
}

/** What a document prints: an object, or those of the user's, each after a separator. */
export function printDocument(body: unknown, scope: Scope): Lines {
  if (!isHole(body)) return printFields(body as Fields, 0, scope);
  const tree = body[hole];
  if (tree.op !== "each") throw new ModelError(`a document prints one object or a loop of them, not a ${tree.op}`);
  return printEach(tree, 0, scope, (object, inside) => ["---", ...printBody(object, 0, inside)]);
}

/** A body with holes, where no key stands before it: the content of a helper or of a document. */
export function printBody(body: unknown, indent: number, scope: Scope): Lines {
  if (isExpression(body)) return printToYaml(body[expressionNode], indent, scope);
  if (isHole(body)) {
    const tree = body[hole];
    if (tree.op === "when")
      return printWhen(tree, indent, scope, (branch, inside) => printBody(branch, indent, inside));
    return printChildren(tree, indent, scope);
  }
  if (Array.isArray(body))
    return printEntries(Object.entries(body), indent, scope, (_, item, inside) => printItem(item, indent, inside));
  return printFields(body as Fields, indent, scope);
}

/** `{{- if … }}`, broken into one operand a line where it is too wide. */
export function printGuard(condition: Node, indent: number, scope: Scope, keyword: "if" | "else if" = "if"): Lines {
  const line = action(indent, `${keyword} ${printExpression(condition, scope)}`);
  if (line.length <= width || condition.op !== "call") return [line];
  const operands = condition.arguments.flatMap((operand) => printBroken(operand, indent + 4, scope));
  return [`${pad(indent)}{{- ${keyword} ${condition.function}`, ...closed(operands, " }}")];
}

/** An action around the text of a helper, its arguments one a line where they are too wide for one. */
function printIncluding(tree: IncludeNode, indent: number, scope: Scope, before: string, after: string): Lines {
  const line = action(indent, `${before}${printInclude(tree, scope)}${after}`);
  if (line.length <= width || Object.keys(tree.arguments).length === 0) return [line];
  const given = Object.entries(tree.arguments).map(
    ([name, value]) => `${pad(indent + 4)}"${name}" ${printOperand(value, scope)}`,
  );
  return [
    `${pad(indent)}{{- ${before}include "${scope.chart}.${tree.helper.name}" (dict`,
    ...closed([`${pad(indent + 4)}"root" ${printRoot(scope)}`, ...given], `)${after} }}`),
  ];
}

/** An operand on a line of its own, or on several where it is too wide. */
function printBroken(operand: Node, indent: number, scope: Scope): Lines {
  const line = `${pad(indent)}${printOperand(operand, scope)}`;
  if (line.length <= width - " }}".length || operand.op !== "call") return [line];
  const operands = operand.arguments.flatMap((inside) => printBroken(inside, indent + 2, scope));
  return [`${pad(indent)}(${operand.function}`, ...closed(operands, ")")];
}

function closed(lines: Lines, end: string): Lines {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${end}` : line));
}

/** Helm's bindings at the head of a document or helper. */
export function printBindings(bindings: readonly Binding[], scope: Scope): Lines {
  return bindings.map(({ variable, value }) => action(0, `$${variable.name} := ${printExpression(value, scope)}`));
}

/** A helper as it stands in `_helpers.tpl`, with its comment. */
export function printHelper(helper: Helper, chart: string): Lines {
  const scope: Scope = { ...scopeOf(chart), root: Object.keys(helper.parameters).length > 0 ? ".root" : "" };
  const text = isText(helper.body);
  const body = text ? printTextBody(helper.body, scope) : printBody(helper.body, 0, scope);
  return [
    ...printComment(helper.comment),
    `{{- define "${chart}.${helper.name}" -}}`,
    ...printBindings(helper.bindings, scope),
    ...body,
    "{{- end }}",
  ];
}

/** A template comment, wrapped; it leaves nothing in what is rendered. */
export function printComment(comment: string): Lines {
  const words = comment.split(/\s+/);
  const lines = [""];
  for (const word of words) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length > width - 16) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  const [first = "", ...others] = lines;
  return closed([`{{- /* ${first}`, ...others.map((line) => `       ${line}`)], " */}}");
}

/** A collection of the user's, as it is. */
function printToYaml(tree: Node, indent: number, scope: Scope): Lines {
  const text = `toYaml ${printOperand(tree, scope)}`;
  return [indent === 0 ? `{{ ${text} }}` : action(indent, `${text} | nindent ${indent}`)];
}

function isText(body: unknown): boolean {
  if (isExpression(body)) return resultOf(body[expressionNode]) !== "collection";
  if (typeof body === "string") return true;
  return isHole(body) && body[hole].op === "when" && isText(body[hole].then);
}

/** A text that helpers give: no line breaks around it, no quotes. */
function printTextBody(body: unknown, scope: Scope): Lines {
  if (typeof body === "string") return [`{{- ${printLiteral(body)} }}`];
  if (isExpression(body)) return [`{{- ${printExpression(body[expressionNode], scope)} }}`];
  if (!isHole(body) || body[hole].op !== "when") throw new ModelError("a helper gives a text or a body, not both");
  return printWhen(body[hole], 0, scope, (branch, inside) => printTextBody(branch, inside));
}

function printField(key: string, value: unknown, indent: number, scope: Scope): Lines {
  return value === undefined ? [] : printPrintedField(printScalar(key), value, indent, scope);
}

/** A field whose key is text of a template already. */
function printPrintedField(name: string, value: unknown, indent: number, scope: Scope): Lines {
  if (isExpression(value)) return printExpressionField(name, value[expressionNode], indent, scope);
  if (isHole(value)) return printHoleField(name, value[hole], indent, scope);
  if (typeof value === "string" && value.includes("\n"))
    return printBlockScalar(`${pad(indent)}${name}:`, value, indent);
  if (typeof value !== "object" || value === null) return [`${pad(indent)}${name}: ${printScalar(value)}`];
  const flow = printFlow(value, indent + name.length + 2);
  if (flow) return [`${pad(indent)}${name}: ${flow}`];
  return guarded(name, value, indent, scope, () => printBody(value, indent + 2, scope));
}

/** Whether a body prints something for certain, given what is known. */
function isCertain(body: unknown, scope: Scope): boolean {
  return presence(body, scope.known)[expressionNode] === always[expressionNode];
}

/** The key and what stands under it, unless that may be empty: then behind a condition that says when it is not. */
function guarded(key: string, value: unknown, indent: number, scope: Scope, print: () => Lines): Lines {
  const lines = [`${pad(indent)}${key}:`, ...print()];
  if (isCertain(value, scope)) return lines;
  const tree = presence(value, scope.known)[expressionNode];
  const terms = tree.op === "call" && tree.function === "or" ? tree.arguments.length : 1;
  if (terms > 2) throw new ModelError(`"${key}" may be empty in ${terms} ways; give it an entry that is always there`);
  return [...printGuard(tree, indent, scope), ...lines, action(indent, "end")];
}

function printExpressionField(key: string, tree: Node, indent: number, scope: Scope): Lines {
  if (resultOf(tree) !== "collection") {
    const value = printScalarExpression(tree, scope);
    const line = `${pad(indent)}${key}: ${value}`;
    return line.length <= width ? [line] : [`${pad(indent)}${key}:`, `${pad(indent + 2)}${value}`];
  }
  if (isCertain(expression(tree), scope)) return [`${pad(indent)}${key}:`, ...printToYaml(tree, indent + 2, scope)];
  return [
    action(indent, `with ${printExpression(tree, scope)}`),
    `${pad(indent)}${key}:`,
    action(indent + 2, `toYaml . | nindent ${indent + 2}`),
    action(indent, "end"),
  ];
}

function printHoleField(key: string, tree: HoleNode, indent: number, scope: Scope): Lines {
  switch (tree.op) {
    case "when":
      if (isBlock(tree.then) && isBlock(tree.otherwise))
        return [
          `${pad(indent)}${key}:`,
          ...printWhen(tree, indent + 2, scope, (branch, inside) => printBody(branch, indent + 2, inside)),
        ];
      return printWhen(tree, indent, scope, (branch, inside) => printPrintedField(key, branch, indent, inside));
    case "fragment":
      return printFragmentField(key, tree, indent, scope);
    default:
      return guarded(key, { [hole]: tree }, indent, scope, () => printChildren(tree, indent + 2, scope));
  }
}

/** Whether a branch always prints lines of its own under a key. */
function isBlock(body: unknown): boolean {
  if (typeof body !== "object" || body === null || isExpression(body)) return false;
  if (isHole(body)) return body[hole].op === "when" && isBlock(body[hole].then) && isBlock(body[hole].otherwise);
  return Object.keys(body).length > 0 && presence(body)[expressionNode] === always[expressionNode];
}

function printFragmentField(key: string, tree: FragmentNode, indent: number, scope: Scope): Lines {
  if (isCertain(tree.include.helper.body, scope))
    return [`${pad(indent)}${key}:`, ...printFragment(tree.include, indent + 2, scope)];
  return [
    ...printIncluding(tree.include, indent, scope, "with ", ""),
    `${pad(indent)}${key}:`,
    action(indent + 2, `. | nindent ${indent + 2}`),
    action(indent, "end"),
  ];
}

function printWhen(
  tree: WhenNode,
  indent: number,
  scope: Scope,
  print: (branch: unknown, inside: Scope) => Lines,
): Lines {
  const lines = [...printGuard(tree.condition, indent, scope), ...print(tree.then, knowing(tree.condition, scope))];
  let { otherwise } = tree;
  while (isHole(otherwise) && otherwise[hole].op === "when") {
    const { condition, then } = otherwise[hole];
    lines.push(...printGuard(condition, indent, scope, "else if"), ...print(then, knowing(condition, scope)));
    otherwise = otherwise[hole].otherwise;
  }
  if (otherwise !== undefined) lines.push(action(indent, "else"), ...print(otherwise, scope));
  return [...lines, action(indent, "end")];
}

function printChildren(tree: Exclude<HoleNode, WhenNode>, indent: number, scope: Scope): Lines {
  switch (tree.op) {
    case "each":
      return printEach(tree, indent, scope, (body, inside) => printItem(body, indent, inside));
    case "items":
      return printItems(tree, indent, scope);
    case "keyedList":
      return printKeyedList(tree, indent, scope);
    case "mapping":
      return tree.parts.flatMap((part) => printPart(part, indent, scope));
    case "fragment":
      return printFragment(tree.include, indent, scope);
  }
}

function printFragment(tree: IncludeNode, indent: number, scope: Scope): Lines {
  // At the margin the text stands as it is; `nindent` would begin it with an empty line.
  if (indent === 0) return [`{{ ${printInclude(tree, scope)} }}`];
  return printIncluding(tree, indent, scope, "", ` | nindent ${indent}`);
}

function printItem(value: unknown, indent: number, scope: Scope): Lines {
  if (value === undefined) return [];
  if (isExpression(value)) {
    const tree = value[expressionNode];
    if (resultOf(tree) !== "collection") return [`${pad(indent)}- ${printScalarExpression(tree, scope)}`];
    return [`${pad(indent)}-`, ...printToYaml(tree, indent + 2, scope)];
  }
  if (isHole(value)) {
    const tree = value[hole];
    if (tree.op === "when")
      return printWhen(tree, indent, scope, (branch, inside) => printItem(branch, indent, inside));
    if (tree.op === "fragment") return [`${pad(indent)}-`, ...printFragment(tree.include, indent + 2, scope)];
    return printChildren(tree, indent, scope);
  }
  if (typeof value === "string" && value.includes("\n")) return printBlockScalar(`${pad(indent)}-`, value, indent);
  if (typeof value !== "object" || value === null) return [`${pad(indent)}- ${printScalar(value)}`];
  return printItemFields(value as Fields, indent, scope);
}

/** The dash stands before a field that is always there and prints no action first; for want of one, on its own line. */
function printItemFields(fields: Fields, indent: number, scope: Scope): Lines {
  const first = Object.entries(fields).find(([, value]) => startsWithKey(value, scope));
  if (first) {
    const lines = printFields({ [first[0]]: first[1], ...fields }, indent + 2, scope);
    return lines.map((line, index) => (index === 0 ? `${pad(indent)}- ${line.slice(indent + 2)}` : line));
  }
  if (!isCertain(fields, scope))
    throw new ModelError(
      `an item with the fields ${Object.keys(fields).join(", ")} may be empty; give it one that is not`,
    );
  return [`${pad(indent)}-`, ...printFields(fields, indent + 2, scope)];
}

function startsWithKey(value: unknown, scope: Scope): boolean {
  if (value === undefined || isHole(value)) return false;
  if (isExpression(value)) return resultOf(value[expressionNode]) !== "collection";
  return isCertain(value, scope);
}

function printOperand(tree: Node, scope: Scope): string {
  const text = printExpression(tree, scope);
  return text.includes(" ") ? `(${text})` : text;
}

function printEach(
  tree: EachNode,
  indent: number,
  scope: Scope,
  print: (body: unknown, inside: Scope) => Lines,
): Lines {
  const { over, key, item, body } = tree;
  const variables = key ? `$${key.name}, $${item.name}` : `$${item.name}`;
  const inside = inner(scope);
  const removable = over.declaration.kind === "map" && over.declaration.removable;
  const lines = print(body, inside);
  return [
    action(indent, `range ${variables} := ${printExpression(over, scope)}`),
    ...(removable ? [action(indent, `if dig "enabled" true $${item.name}`), ...lines, action(indent, "end")] : lines),
    action(indent, "end"),
  ];
}

function printItems(tree: ItemsNode, indent: number, scope: Scope): Lines {
  return [
    action(indent, `with ${printExpression(tree.of, scope)}`),
    action(indent, `toYaml . | nindent ${indent}`),
    action(indent, "end"),
  ];
}

function printKeyedList(tree: KeyedListNode, indent: number, scope: Scope): Lines {
  const own = printEntries(Object.entries(tree.own), indent, scope, (key, value, inside) =>
    printKeyed(tree.by, key, value, indent, inside),
  );
  const user = tree.user.flatMap((map) => [
    action(indent, `range $key, $entry := ${printExpression(map, scope)}`),
    action(indent, `if dig "enabled" true $entry`),
    `${pad(indent)}- ${tree.by}: {{ $key | quote }}`,
    action(indent + 2, `with omit $entry "enabled"`),
    action(indent + 2, `toYaml . | nindent ${indent + 2}`),
    action(indent + 2, "end"),
    action(indent, "end"),
    action(indent, "end"),
  ]);
  return [...own, ...user];
}

function printKeyed(by: string, key: string, value: unknown, indent: number, scope: Scope): Lines {
  if (isHole(value) && value[hole].op === "when")
    return printWhen(value[hole], indent, scope, (branch, inside) => printKeyed(by, key, branch, indent, inside));
  if (isExpression(value))
    return [`${pad(indent)}- ${by}: ${printScalar(key)}`, ...printToYaml(value[expressionNode], indent + 2, scope)];
  if (isHole(value))
    return [
      `${pad(indent)}- ${by}: ${printScalar(key)}`,
      ...printChildren(value[hole] as FragmentNode, indent + 2, scope),
    ];
  return printItem({ [by]: key, ...(value as Fields) }, indent, scope);
}

function printPart(part: MappingNode["parts"][number], indent: number, scope: Scope): Lines {
  if ("own" in part) return printFields(part.own, indent, scope);
  if ("key" in part) return printPrintedField(printScalarExpression(part.key, scope), part.value, indent, scope);
  if ("fragment" in part) {
    const lines = printFragment(part.fragment, indent, scope);
    return part.condition ? [...printGuard(part.condition, indent, scope), ...lines, action(indent, "end")] : lines;
  }
  return [
    action(indent, `with ${printExpression(part.user, scope)}`),
    action(indent, `toYaml . | nindent ${indent}`),
    action(indent, "end"),
  ];
}

/** A short list of plain words on one line, an empty list or map; otherwise nothing. */
function printFlow(value: object, column: number): string | undefined {
  const parts: readonly unknown[] = Object.values(value);
  if (parts.length === 0) return Array.isArray(value) ? "[]" : "{}";
  if (!Array.isArray(value) || parts.some((part) => typeof part === "object")) return undefined;
  if (parts.some((part) => typeof part === "string" && /[\n,[\]{}]/.test(part))) return undefined;
  const text = `[${parts.map(printScalar).join(", ")}]`;
  return column + text.length <= 100 ? text : undefined;
}

function printBlockScalar(head: string, text: string, indent: number): Lines {
  const lines = text.replace(/\n$/, "").split("\n");
  return [
    `${head} ${text.endsWith("\n") ? "|" : "|-"}`,
    ...lines.map((line) => (line ? `${pad(indent + 2)}${line.replaceAll("{{", '{{ "{{" }}')}` : "")),
  ];
}
