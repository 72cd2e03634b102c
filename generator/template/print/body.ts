import { always } from "../../expressions/condition.ts";
import { expression, node as expressionNode, isExpression } from "../../expressions/expression.ts";
import type { Helper, IncludeNode, Node } from "../../expressions/node.ts";
import {
  helperScope,
  knowing,
  printExpression,
  printInclude,
  printOperand,
  type Scope,
} from "../../expressions/print.ts";
import { resultOf } from "../../expressions/result.ts";
import { ModelError } from "../errors.ts";
import {
  type EachNode,
  type FragmentNode,
  type HoleNode,
  hole,
  type ItemsNode,
  isHole,
  type KeyedListNode,
  type Loop,
  type MappingNode,
  type WhenNode,
} from "../hole.ts";
import { presence } from "../presence.ts";
import { nodesOf, type Part, partsOf } from "../walk.ts";
import { printAction } from "./action.ts";
import { isCertain, printEntries, printGuard, printWhen } from "./guard.ts";
import { printIncluding, printToYaml } from "./include.ts";
import { action, escaped, type Lines, pad, width } from "./lines.ts";
import { printBlockScalar, printFlow, printInline, printScalar, printScalarExpression } from "./scalar.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a document prints: an object, or those of the user's, each after a separator. */
export function printDocument(body: unknown, scope: Scope): Lines {
  if (!isHole(body)) return printFields(body as Fields, 0, scope);
  const tree = body[hole];
  if (tree.op !== "each") throw new ModelError(`a document prints one object or a loop of them, not a ${tree.op}`);
  return printEach(tree, 0, scope, (object, inside) => ["---", ...printBody(object, 0, inside)]);
}

/** The fields of an object with holes, as lines of a template. */
function printFields(fields: Fields, indent: number, scope: Scope): Lines {
  return printEntries(Object.entries(fields), indent, scope, (key, value, inside) =>
    printField(key, value, indent, inside),
  );
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
  return guarded(name, value, indent, scope, (inside) => printBody(value, indent + 2, inside));
}

/** The key and what stands under it, unless that may be empty: then behind a condition that says when it is not. */
function guarded(key: string, value: unknown, indent: number, scope: Scope, print: (inside: Scope) => Lines): Lines {
  const head = `${pad(indent)}${key}:`;
  if (isCertain(value, scope)) return [head, ...print(scope)];
  const tree = presence(value, scope.known)[expressionNode];
  const terms = tree.op === "call" && tree.function === "or" ? tree.arguments.length : 1;
  if (terms > 2) throw new ModelError(`"${key}" may be empty in ${terms} ways; give it an entry that is always there`);
  return [...printGuard(tree, indent, scope), head, ...print(knowing(tree, scope)), action(indent, "end")];
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
    case "textBlock":
      return [`${pad(indent)}${key}: |`, ...printChildren(tree, indent + 2, scope)];
    default:
      return guarded(key, { [hole]: tree }, indent, scope, (inside) => printChildren(tree, indent + 2, inside));
  }
}

/** Whether a branch always prints lines of its own under a key. */
function isBlock(body: unknown): boolean {
  if (typeof body !== "object" || body === null || isExpression(body)) return false;
  if (isHole(body)) return body[hole].op === "when" && isBlock(body[hole].then) && isBlock(body[hole].otherwise);
  return Object.keys(body).length > 0 && presence(body)[expressionNode] === always[expressionNode];
}

function printFragmentField(key: string, tree: FragmentNode, indent: number, scope: Scope): Lines {
  if (tree.text || isCertain(tree.include.helper.body, scope))
    return [`${pad(indent)}${key}:`, ...printFragment(tree, indent + 2, scope)];
  return printWithIncluded(tree.include, indent, scope, key);
}

/** What a helper prints where that is not nothing, under a key if there is one. */
function printWithIncluded(tree: IncludeNode, indent: number, scope: Scope, key?: string): Lines {
  const inside = key === undefined ? indent : indent + 2;
  return [
    ...printIncluding(tree, indent, scope, "with ", ""),
    ...(key === undefined ? [] : [`${pad(indent)}${key}:`]),
    action(inside, `.${placed(tree, inside, scope)}`),
    action(indent, "end"),
  ];
}

/** What a helper prints, in its place. At the margin, what begins with a line break brings the one before it. */
function printFragment({ include, text }: Pick<FragmentNode, "include" | "text">, indent: number, scope: Scope): Lines {
  if (indent === 0) {
    const printed = text ? printExpression(text, scope) : printInclude(include, scope);
    return [`{{${beginsWithBreak(include.helper, scope.chart) ? "-" : ""} ${printed} }}`];
  }
  const after = placed(include, indent, scope);
  if (text) return [action(indent, `${printExpression(text, scope)}${after}`)];
  return printIncluding(include, indent, scope, "", after);
}

/** What puts the text of a helper in its place: `nindent` begins it with a line break. */
function placed({ helper }: IncludeNode, indent: number, { chart }: Scope): string {
  return `${beginsWithBreak(helper, chart) ? ` | trimPrefix "\\n"` : ""} | nindent ${indent}`;
}

/** Whether what a helper prints begins with a line break, the one after an action that stands first. */
function beginsWithBreak(helper: Helper, chart: string): boolean {
  return printHelperBody(helper, chart)[0]?.startsWith("{{-") ?? false;
}

const printed = new WeakMap<Helper, Map<string, Lines>>();

/** The body that a helper gives; printed once in a chart, for its definition and for all that include it. */
export function printHelperBody(helper: Helper, chart: string): Lines {
  const ofCharts = printed.get(helper) ?? new Map<string, Lines>();
  printed.set(helper, ofCharts);
  const lines = ofCharts.get(chart) ?? printBody(helper.body, 0, helperScope(helper, chart));
  ofCharts.set(chart, lines);
  return lines;
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
      return printFragment(tree, indent, scope);
    case "textBlock":
      return tree.lines.flatMap((line) => printLine(line, indent, scope));
  }
}

/** What prints lines of a block of text: a text, one under a condition, or one for each entry. */
function printLine(line: unknown, indent: number, scope: Scope): Lines {
  if (isExpression(line)) return [`${pad(indent)}${printInline(line[expressionNode], scope)}`];
  if (!isHole(line)) return [`${pad(indent)}${escaped(String(line))}`];
  const tree = line[hole];
  switch (tree.op) {
    case "when":
      return printWhen(tree, indent, scope, (branch, inside) => printLine(branch, indent, inside));
    case "each":
      return printEach(tree, indent, scope, (body, inside) => printLine(body, indent, inside));
    case "textBlock":
      return printChildren(tree, indent, scope);
    default:
      throw new ModelError(`a block of text is made of texts, conditions and loops, not of a ${tree.op}`);
  }
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
    if (tree.op === "fragment") return [`${pad(indent)}-`, ...printFragment(tree, indent + 2, scope)];
    if (tree.op === "mapping") return dashed(printChildren(tree, indent + 2, scope), indent);
    return printChildren(tree, indent, scope);
  }
  if (typeof value === "string" && value.includes("\n")) return printBlockScalar(`${pad(indent)}-`, value, indent);
  if (typeof value !== "object" || value === null) return [`${pad(indent)}- ${printScalar(value)}`];
  return printItemFields(value as Fields, indent, scope);
}

/** The dash stands before a field that is always there and prints no action first; for want of one, on its own line. */
function printItemFields(fields: Fields, indent: number, scope: Scope): Lines {
  const first = Object.entries(fields).find(([, value]) => startsWithKey(value, scope));
  if (first) return dashed(printFields({ [first[0]]: first[1], ...fields }, indent + 2, scope), indent);
  if (!isCertain(fields, scope))
    throw new ModelError(
      `an item with the fields ${Object.keys(fields).join(", ")} may be empty; give it one that is not`,
    );
  return dashed(printFields(fields, indent + 2, scope), indent);
}

/** The dash of an item before its first line, or on a line of its own where that is an action. */
function dashed(lines: Lines, indent: number): Lines {
  const [first = "", ...others] = lines;
  const content = first.slice(indent + 2);
  return content.startsWith("{{-") ? [`${pad(indent)}-`, ...lines] : [`${pad(indent)}- ${content}`, ...others];
}

function startsWithKey(value: unknown, scope: Scope): boolean {
  if (value === undefined) return false;
  if (isHole(value)) return value[hole].op === "fragment" && isCertain(value, scope);
  if (isExpression(value)) return resultOf(value[expressionNode]) !== "collection";
  return isCertain(value, scope);
}

function printEach(
  tree: EachNode,
  indent: number,
  scope: Scope,
  print: (body: unknown, inside: Scope) => Lines,
): Lines {
  const { bodies } = tree;
  return printLoop(tree, partsOf(bodies), indent, scope, (inside) => bodies.flatMap((body) => print(body, inside)));
}

function printLoop(
  { over, key, item, index, bindings = [] }: Loop,
  body: readonly Part[],
  indent: number,
  scope: Scope,
  print: (inside: Scope) => Lines,
): Lines {
  const removable = over.op === "value" && over.declaration.kind === "map" && over.declaration.removable;
  const inside: Scope = { ...scope, nested: true };
  const head =
    index && key
      ? [
          action(indent, `range $${index.name}, $${key.name} := keys ${printOperand(over, scope)} | sortAlpha`),
          action(indent, `$${item.name} := index ${printOperand(over, inside)} $${key.name}`),
        ]
      : printAction(`range ${key ? `$${key.name}, ` : ""}$${item.name} :=`, over, indent, scope);
  const used = bindings.filter(({ variable }) => body.some((part) => isVariable(part, variable.name)));
  const lines = [
    ...used.map(({ variable, value }) => action(indent, `$${variable.name} := ${printExpression(value, inside)}`)),
    ...print(inside),
  ];
  return [
    ...head,
    ...(removable ? [action(indent, `if dig "enabled" true $${item.name}`), ...lines, action(indent, "end")] : lines),
    action(indent, "end"),
  ];
}

function isVariable(part: Part, name: string): boolean {
  return part.op === "variable" && part.name === name;
}

function printItems(tree: ItemsNode, indent: number, scope: Scope): Lines {
  if (tree.of.op === "include") return printIncluded(tree.of, indent, scope);
  return [
    action(indent, `with ${printExpression(tree.of, scope)}`),
    action(indent, `toYaml . | nindent ${indent}`),
    action(indent, "end"),
  ];
}

function printKeyedList(tree: KeyedListNode, indent: number, scope: Scope): Lines {
  const shared = tree.shared.flatMap(({ include }) => printIncluded(include, indent, scope));
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
  return [...shared, ...own, ...tree.computed.flatMap(({ items }) => printComputed(items, indent, scope)), ...user];
}

/** Items with computed keys, or what a helper makes of them, which may be nothing. */
function printComputed(items: unknown, indent: number, scope: Scope): Lines {
  if (!isHole(items) || items[hole].op !== "fragment") return printItem(items, indent, scope);
  return printIncluded(items[hole].include, indent, scope);
}

/** What a helper prints among other lines, which may be nothing. */
function printIncluded(include: IncludeNode, indent: number, scope: Scope): Lines {
  const certain = isCertain({ [hole]: { op: "fragment", include } }, scope);
  if (certain || indent === 0) return printFragment({ include }, indent, scope);
  return printWithIncluded(include, indent, scope);
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
  if ("named" in part) {
    const { named, loop } = part;
    const print = (inside: Scope) =>
      named.flatMap(({ key, value }) => printPrintedField(printScalarExpression(key, inside), value, indent, inside));
    const parts = named.flatMap(({ key, value }) => [...nodesOf(key), ...partsOf(value)]);
    return loop ? printLoop(loop, parts, indent, scope, print) : print(scope);
  }
  if ("fragment" in part) {
    const lines = printIncluded(part.fragment, indent, scope);
    return part.condition ? [...printGuard(part.condition, indent, scope), ...lines, action(indent, "end")] : lines;
  }
  return [
    action(indent, `with ${printExpression(part.user, scope)}`),
    action(indent, `toYaml . | nindent ${indent}`),
    action(indent, "end"),
  ];
}
