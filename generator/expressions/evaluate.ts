import { fieldOf, listOf, objectOf, omit } from "../values/json.ts";
import type { JsonValue } from "../values/json-schema.ts";
import { base64, bytesOf, cutBytes, randomLetters } from "./bytes.ts";
import { digest } from "./digest.ts";
import { bound, type Environment } from "./environment.ts";
import { formerPath } from "./former-path.ts";
import { floatText, integerText } from "./go-number.ts";
import type { CallNode, LookupNode, Node, ValueNode } from "./node.ts";
import { resultOf } from "./result.ts";

/**
 * The value of an expression, as Helm computes it where it prints the tree.
 * @throws Error for values that the chart's schema refuses, and for a mistake of the model's author
 */
export function evaluate(tree: Node, environment: Environment): JsonValue {
  switch (tree.op) {
    case "literal":
      return tree.value;
    case "value":
      return declaredValue(tree, environment);
    case "builtin":
      return environment.rendering.builtins[tree.name];
    case "variable":
    case "parameter":
      return bound(tree.op, tree.name, environment);
    case "text":
      return tree.parts.map((part) => evaluateText(part, environment)).join("");
    case "include":
      return environment.rendering.include(tree, environment) ?? "";
    case "lookup":
      return lookup(tree, environment);
    case "member":
      return fieldOf(evaluate(tree.of, environment), evaluateText(tree.name, environment)) ?? "";
    case "table":
      return Object.fromEntries(
        Object.entries(tree.rows).map(([name, condition]) => [name, holds(condition, environment)]),
      );
    case "call":
      return call(tree, environment);
    default:
      return tree satisfies never;
  }
}

/** Whether a condition holds. */
export function holds(condition: Node, environment: Environment): boolean {
  return isTrue(evaluate(condition, environment));
}

/** The value of an expression as Helm writes it into a text. */
export function evaluateText(tree: Node, environment: Environment): string {
  const value = evaluate(tree, environment);
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return String(value);
    case "number":
      return isInteger(tree) ? integerText(value) : floatText(value);
    default:
      throw new Error(`a ${tree.op} is used as a text, and is ${JSON.stringify(value)}`);
  }
}

/** Go's truth: everything but what is empty or zero (Go documentation, "text/template", on `if`). */
function isTrue(value: JsonValue): boolean {
  return typeof value === "object" && value !== null ? Object.keys(value).length > 0 : Boolean(value);
}

/** Whether Go holds it as an integer. A number from a file is a float until a template makes it an integer. */
function isInteger(tree: Node): boolean {
  const isFloat = tree.op === "value" && tree.declaration.kind === "intOrPercent";
  return resultOf(tree) === "integer" && !isFloat;
}

function declaredValue(tree: ValueNode, environment: Environment): JsonValue {
  const { path, declaration, from } = tree;
  const root = from ? bound(from.op, from.name, environment) : environment.rendering.values;
  const former = formerPath(tree);
  const value = (former && valueAt(root, former)) ?? valueAt(root, path);
  if (value === undefined) {
    if (from?.op === "variable") return defaultOfField(declaration);
    throw new Error(`there is no value ${path.join(".")}; evaluate only values that the chart's schema accepts`);
  }
  return declaration.kind === "integer" && typeof value === "number" ? Math.trunc(value) : value;
}

function valueAt(root: JsonValue, path: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const name of path) value = value === undefined ? undefined : fieldOf(value, name);
  return value;
}

/** The default of an entry's field, which templates print, as Helm fills none in there. */
function defaultOfField(declaration: ValueNode["declaration"]): JsonValue {
  switch (declaration.kind) {
    case "list":
      return [];
    case "map":
    case "embedded":
    case "object":
    case "group":
      return {};
    default:
      return declaration.default;
  }
}

function lookup({ secret }: LookupNode, environment: Environment): JsonValue {
  const { secrets } = environment.rendering;
  if (!secret) return secrets !== undefined;
  return secrets?.[evaluateText(secret, environment)] ?? {};
}

function call(tree: CallNode, environment: Environment): JsonValue {
  const given = tree.arguments;
  const value = (index: number): JsonValue => evaluate(argument(tree, index), environment);
  const text = (index: number): string => evaluateText(argument(tree, index), environment);
  const number = (index: number): number => Number(value(index));
  switch (tree.function) {
    case "not":
      return !isTrue(value(0));
    case "and":
      return given.every((term) => holds(term, environment));
    case "or":
      return given.some((term) => holds(term, environment));
    case "equals":
      return value(0) === value(1);
    case "atLeast":
      return number(0) >= number(1);
    case "moreThan":
      return number(0) > number(1);
    case "isSet":
      return isTrue(value(0));
    case "includes":
      return listOf(value(0)).includes(value(1));
    case "hasKey":
      return fieldOf(value(0), text(1)) !== undefined;
    case "contains":
      return text(0).includes(text(1));
    case "longerThan":
      return bytesOf(text(0)).length > number(1);
    case "index":
      return fieldOf(value(0), text(1)) ?? "";
    case "cut":
      return cutBytes(text(0), number(1)).replace(/-$/, "");
    case "replace":
      return text(0).replaceAll(text(1), () => text(2));
    case "trimPrefix":
      return text(0).startsWith(text(1)) ? text(0).slice(text(1).length) : text(0);
    case "orElse":
      return text(0) === "" ? value(1) : value(0);
    case "omit":
      return omit(
        objectOf(value(0)),
        given.slice(1).map((name) => evaluateText(name, environment)),
      );
    case "digest":
      return digest(value(0)).slice(0, number(1));
    case "sum":
      return given.reduce((total, term) => total + Number(evaluate(term, environment)), 0);
    case "product":
      return given.reduce((total, term) => total * Number(evaluate(term, environment)), 1);
    case "choose":
      return holds(argument(tree, 2), environment) ? value(0) : value(1);
    case "join":
      return listOf(value(0)).join(text(1));
    case "base64":
      return base64(bytesOf(text(0)));
    case "toText":
      return text(0);
    case "randomBytes":
      return base64(environment.rendering.random(number(0)));
    case "randomText":
      return randomLetters(environment.rendering.random(number(0)));
    default:
      return tree.function satisfies never;
  }
}

function argument(tree: CallNode, index: number): Node {
  const found = tree.arguments[index];
  if (!found) throw new Error(`the function ${tree.function} lacks argument ${index + 1}`);
  return found;
}
