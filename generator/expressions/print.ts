import { formerPath } from "./former-path.ts";
import type { BuiltinNode, CallNode, Helper, IncludeNode, Literal, LookupNode, Node, ValueNode } from "./node.ts";
import { resultOf } from "./result.ts";

/** Where a template text stands, which decides how it reaches Helm's objects. */
export interface Scope {
  /** The chart's name: the prefix of its helpers. */
  readonly chart: string;
  /** Where the chart's root context is below the dot: helpers with arguments get it as `root`. */
  readonly root: "" | ".root";
  /** Inside `range` or `with` the dot is something else, so everything starts at `$`. */
  readonly nested: boolean;
  /** Conditions that hold here, so that nothing is guarded twice. */
  readonly known: readonly Node[];
}

/** An expression in Helm's template language, without braces: `eq .Values.core.probes.mode "http"`. */
export function printExpression(tree: Node, scope: Scope): string {
  switch (tree.op) {
    case "literal":
      return printLiteral(tree.value);
    case "value":
      return printValue(tree, scope);
    case "builtin":
      return printBuiltin(tree, scope);
    case "variable":
      return `$${tree.name}`;
    case "parameter":
      return `${scope.nested ? "$" : ""}.${tree.name}`;
    case "text":
      return printText(tree.parts, scope);
    case "include":
      return printInclude(tree, scope);
    case "lookup":
      return printLookup(tree, scope);
    case "member":
      return `get ${printOperand(tree.of, scope)} ${printOperand(tree.name, scope)}`;
    case "table":
      return ["dict", ...printPairs(tree.rows, scope)].join(" ");
    case "call":
      return printCall(tree, scope);
  }
}

/** The scope of a document, or of a helper without arguments. */
export function scopeOf(chart: string): Scope {
  return { chart, root: "", nested: false, known: [] };
}

/** The scope of a helper, which is handed the root context beside its arguments. */
export function helperScope(helper: Helper, chart: string): Scope {
  return { ...scopeOf(chart), root: Object.keys(helper.parameters).length > 0 ? ".root" : "" };
}

/** The scope where a condition holds. */
export function knowing(condition: Node, scope: Scope): Scope {
  const terms = condition.op === "call" && condition.function === "and" ? condition.arguments : [condition];
  return { ...scope, known: [...scope.known, ...terms] };
}

/** The root context in a scope, to be handed to a helper. */
export function printRoot(scope: Scope): string {
  return `${scope.nested ? "$" : ""}${scope.root}` || ".";
}

/** A text in Go's notation. */
export function printLiteral(value: Literal): string {
  if (typeof value !== "string") return String(value);
  return value.includes("\\") && !value.includes("`") ? `\`${value}\`` : JSON.stringify(value);
}

/** An expression as an operand: in parentheses unless it is a single word. */
export function printOperand(tree: Node, scope: Scope): string {
  return asOperand(tree, printExpression(tree, scope));
}

function asOperand(tree: Node, text: string): string {
  return tree.op === "literal" ? text : inParentheses(text);
}

/** A text that is not a single word in parentheses. */
function inParentheses(text: string): string {
  return text.includes(" ") ? `(${text})` : text;
}

function printBuiltin(tree: BuiltinNode, scope: Scope): string {
  const root = printRoot(scope);
  return `${root === "." ? "" : root}.${tree.name}`;
}

function printValue(tree: ValueNode, scope: Scope): string {
  const raw = printUnderAnyName(tree, scope);
  if (tree.declaration.kind !== "integer") return raw;
  return `int64 ${inParentheses(raw)}`;
}

/** A renamed value is that of its former name where this is set: `dig "old" .Values.core.new .Values.core`. */
function printUnderAnyName(tree: ValueNode, scope: Scope): string {
  const inEntry = tree.from?.op === "variable";
  const current = inEntry ? printEntryField(tree, scope) : printPath(tree, scope);
  const former = formerPath(tree);
  if (!former) return current;
  const around = inEntry ? [] : tree.path.slice(0, -1);
  const group = printPath({ ...tree, path: around }, scope);
  // Helm's type for all values is none that `dig` takes.
  const holder = tree.from || around.length > 0 ? group : `${group}.AsMap`;
  const names = former.slice(around.length).map(printLiteral).join(" ");
  return `dig ${names} ${inParentheses(current)} ${inParentheses(holder)}`;
}

function printPath(tree: ValueNode, scope: Scope): string {
  const root = printRoot(scope);
  const start = tree.from ? printExpression(tree.from, scope) : `${root === "." ? "" : root}.Values`;
  const named = tree.path.findIndex((name) => !/^[A-Za-z_]\w*$/.test(name));
  if (named < 0) return [start, ...tree.path].join(".");
  const names = tree.path.slice(named).map(printLiteral);
  return `index ${[start, ...tree.path.slice(0, named)].join(".")} ${names.join(" ")}`;
}

/** A field of a map entry, with its default: Helm fills none in there, and `default true false` is true. */
function printEntryField(tree: ValueNode, scope: Scope): string {
  const entry = tree.from ? printExpression(tree.from, scope) : "";
  if (tree.path.length === 0) return entry;
  return `dig ${tree.path.map(printLiteral).join(" ")} ${printDefault(tree)} ${entry}`;
}

function printDefault({ declaration, path }: ValueNode): string {
  switch (declaration.kind) {
    case "list":
    case "map":
    case "embedded":
    case "object":
    case "group": {
      const empty = declaration.kind === "group" || Object.keys(declaration.default).length === 0;
      if (!empty) throw new Error(`the entry field ${path.join(".")} has a default that no template can print`);
      return declaration.kind === "list" ? "list" : "dict";
    }
    default:
      return printLiteral(declaration.default);
  }
}

function printText(parts: readonly Node[], scope: Scope): string {
  const [only] = parts;
  if (parts.length === 0) return '""';
  if (only && parts.length === 1) return printExpression(only, scope);
  const format = parts.map((part) => {
    if (part.op === "literal") return String(part.value).replaceAll("%", "%%");
    return resultOf(part) === "integer" ? "%d" : "%s";
  });
  const holes = parts.filter((part) => part.op !== "literal").map((part) => printOperand(part, scope));
  return ["printf", printLiteral(format.join("")), ...holes].join(" ");
}

/** What Helm's `dict` is given: each name before its value. */
function printPairs(values: Readonly<Record<string, Node>>, scope: Scope): readonly string[] {
  return Object.entries(values).map(([name, value]) => printPair(name, value, scope));
}

export function printPair(name: string, value: Node, scope: Scope): string {
  return `${printLiteral(name)} ${printOperand(value, scope)}`;
}

/** `include "foxctl.fullname" .`, or with arguments in a dict beside the root. */
export function printInclude(tree: IncludeNode, scope: Scope): string {
  const root = printRoot(scope);
  const given = printPairs(tree.arguments, scope);
  const context = given.length === 0 ? root : `(dict "root" ${root} ${given.join(" ")})`;
  return `include "${scope.chart}.${tree.helper.name}" ${context}`;
}

function printLookup(tree: LookupNode, scope: Scope): string {
  const namespace = printExpression({ op: "builtin", name: "Release.Namespace" }, scope);
  if (!tree.secret) return `lookup "v1" "Secret" ${namespace} ""`;
  return `dig "data" dict (lookup "v1" "Secret" ${namespace} ${printOperand(tree.secret, scope)})`;
}

function printCall({ function: name, arguments: given }: CallNode, scope: Scope): string {
  if (name === "not") return printNot(given[0], scope);
  const texts = given.map((argument) => printExpression(argument, scope));
  const operands = given.map((argument, index) => asOperand(argument, texts[index] ?? ""));
  // What stands before a pipe needs no parentheses.
  const [piped = ""] = texts;
  const [first = "", second = "", third = ""] = operands;
  switch (name) {
    case "and":
    case "or":
      return [name, ...operands].join(" ");
    case "equals":
      return `eq ${first} ${second}`;
    case "atLeast":
      return `ge ${first} ${second}`;
    case "moreThan":
      return `gt ${first} ${second}`;
    case "isSet":
      return piped;
    case "includes":
      return `has ${second} ${first}`;
    case "hasKey":
      return `hasKey ${first} ${second}`;
    case "contains":
      return `contains ${second} ${first}`;
    case "longerThan":
      return `gt (len ${first}) ${second}`;
    case "index":
      return `index ${first} ${second}`;
    case "cut":
      return `${piped} | trunc ${second} | trimSuffix "-"`;
    case "replace":
      return `${piped} | replace ${second} ${third}`;
    case "trimPrefix":
      return `${piped} | trimPrefix ${second}`;
    case "orElse":
      return `default ${second} ${first}`;
    case "omit":
      return ["omit", ...operands].join(" ");
    case "digest":
      return second === "64" ? `${piped} | sha256sum` : `${piped} | sha256sum | trunc ${second}`;
    case "join":
      return `join ${second} ${first}`;
    case "base64":
      return `${piped} | b64enc`;
    case "sum":
      return ["add", ...operands].join(" ");
    case "product":
      return ["mul", ...operands].join(" ");
    case "choose":
      return `ternary ${first} ${second} ${third}`;
    case "toText":
      return `toString ${first}`;
    case "randomBytes":
      return `randBytes ${first}`;
    case "randomText":
      return `randAlphaNum ${first}`;
  }
}

function printNot(tree: Node | undefined, scope: Scope): string {
  if (!tree) return "not";
  const text = printExpression(tree, scope);
  return tree.op === "call" && tree.function === "equals"
    ? text.replace(/^eq/, "ne")
    : `not ${printOperand(tree, scope)}`;
}
