import type { CallNode, Literal, Node, ValueNode } from "../expressions/node.ts";
import { nodesOf } from "../template/walk.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { formatPlace } from "../values/place.ts";
import { all, conjunction, disjunction, nothing, valueAt, valueIs } from "./fragment.ts";
import type { Rule } from "./rule.ts";

/** What rules ask of the group of values at a path, as schemas that all have to hold. */
export type RuleSchemas = ReadonlyMap<string, readonly JsonSchema[]>;

/**
 * Rules in JSON Schema: `if` is the forbidden combination, `then` asks for a value that is the rule's message, which is
 * how Helm comes to print it. `if` holds only for values that are there and of their type. A rule stands at the
 * innermost group that has all of its values, and what rules there have in common is asked once: Helm compiles the
 * schema at each run, and the time grows with the square of its parts.
 * @throws Error when a condition is none that a schema can express
 */
export function ruleSchemas(rules: readonly Rule[]): RuleSchemas {
  const scopes = Map.groupBy(rules, (rule) => scopeOf(rule).join("."));
  return new Map([...scopes].map(([scope, within]) => [scope, conditional(within.map(pending))]));
}

/** The path of the innermost group that a rule's values have in common. */
function scopeOf({ condition, change }: Rule): readonly string[] {
  const values = [change, ...[...nodesOf(condition)].filter((tree) => tree.op === "value")];
  const [first = [], ...others] = values.map(({ path }) => path.slice(0, -1));
  const differs = first.findIndex((name, index) => others.some((path) => path[index] !== name));
  return differs < 0 ? first : first.slice(0, differs);
}

/** A rule of which a part is asked already. */
interface Pending {
  /** What must still hold for the rule to forbid. */
  readonly terms: readonly JsonSchema[];
  readonly then: JsonSchema;
}

function pending(rule: Rule): Pending {
  const { condition, change, message } = rule;
  const depth = scopeOf(rule).length;
  const terms = condition.op === "call" && condition.function === "and" ? condition.arguments : [condition];
  return {
    terms: terms.map((term) => holds(term, true, { rule, depth })),
    then: valueIs(change.path.slice(depth), { const: message }),
  };
}

/** The term that most rules share comes first, for those that have it, and so on with the rest of them. */
function conditional(rules: readonly Pending[]): readonly JsonSchema[] {
  const shared = mostShared(rules);
  if (!shared) return rules.map(({ terms, then }) => ({ if: conjunction(terms), then }));
  const isShared = (term: JsonSchema) => JSON.stringify(term) === shared;
  const together = rules.filter(({ terms }) => terms.some(isShared));
  const rest = together.map(({ terms, then }) => ({ terms: terms.filter((term) => !isShared(term)), then }));
  return [
    { if: JSON.parse(shared), then: all(conditional(rest)) },
    ...conditional(rules.filter((rule) => !together.includes(rule))),
  ];
}

function mostShared(rules: readonly Pending[]): string | undefined {
  const terms = rules.flatMap(({ terms }) => [...new Set(terms.map((term) => JSON.stringify(term)))]);
  const counts = Map.groupBy(terms, (term) => term);
  const [most] = [...counts.values()].sort((a, b) => b.length - a.length);
  return most && most.length > 1 ? most[0] : undefined;
}

/** What a condition is read for: its rule, and how deep the group is at which that stands. */
interface Reading {
  readonly rule: Rule;
  readonly depth: number;
}

/** The schema that a condition's holding, or its not holding, amounts to. */
function holds(tree: Node, wanted: boolean, reading: Reading): JsonSchema {
  if (tree.op === "literal") return tree.value === wanted ? {} : nothing;
  if (tree.op === "value") return leaf(tree, { type: "boolean", const: wanted }, reading);
  if (tree.op !== "call") throw inexpressible(tree.op, reading);
  switch (tree.function) {
    case "not":
      return holds(argument(tree, 0, reading), !wanted, reading);
    case "and":
    case "or": {
      const schemas = tree.arguments.map((operand) => holds(operand, wanted, reading));
      return (tree.function === "and") === wanted ? conjunction(schemas) : disjunction(schemas);
    }
    case "isSet":
      return isSet(value(tree, reading), wanted, reading);
    case "equals":
      return leaf(value(tree, reading), equals(value(tree, reading), literal(tree, reading), wanted), reading);
    case "atLeast": {
      const minimum = Number(literal(tree, reading));
      return leaf(value(tree, reading), either({ type: "number" }, { minimum }, wanted), reading);
    }
    case "includes":
      return leaf(
        value(tree, reading),
        either({ type: "array" }, { contains: { const: literal(tree, reading) } }, wanted),
        reading,
      );
    case "hasKey":
      return leaf(
        value(tree, reading),
        either({ type: "object" }, { required: [String(literal(tree, reading))] }, wanted),
        reading,
      );
    default:
      throw inexpressible(tree.function, reading);
  }
}

/** A keyword or its contrary, for values of one type. */
function either(type: JsonSchema, keyword: JsonSchema, wanted: boolean): JsonSchema {
  return wanted ? { ...type, ...keyword } : { ...type, not: keyword };
}

function equals({ declaration }: ValueNode, wanted: Literal, holding: boolean): JsonSchema {
  if (holding) return { const: wanted };
  if (declaration.kind === "oneOf") return { enum: declaration.options.filter((option) => option !== wanted) };
  const type = typeof wanted;
  return { type: type === "string" || type === "boolean" ? type : "number", not: { const: wanted } };
}

function isSet(tree: ValueNode, wanted: boolean, reading: Reading): JsonSchema {
  switch (tree.declaration.kind) {
    case "text":
    case "secret":
    case "oneOf":
      return leaf(tree, wanted ? { type: "string", minLength: 1 } : { const: "" }, reading);
    case "quantity":
      return leaf(tree, wanted ? { type: ["string", "number"], not: { const: "" } } : { const: "" }, reading);
    case "list":
      return leaf(tree, wanted ? { type: "array", minItems: 1 } : { const: [] }, reading);
    case "map":
    case "embedded":
    case "object":
      return leaf(tree, wanted ? { type: "object", minProperties: 1 } : { const: {} }, reading);
    default:
      throw inexpressible(`isSet of a ${tree.declaration.kind}`, reading);
  }
}

function leaf(tree: ValueNode, schema: JsonSchema, reading: Reading): JsonSchema {
  if (tree.from) throw inexpressible("a field of a map entry", reading);
  return valueAt(tree.path.slice(reading.depth), schema);
}

function value(call: CallNode, reading: Reading): ValueNode {
  const tree = argument(call, 0, reading);
  if (tree.op !== "value") throw inexpressible(`${call.function} of something else than a declared value`, reading);
  return tree;
}

function literal(call: CallNode, reading: Reading): Literal {
  const tree = argument(call, 1, reading);
  if (tree.op !== "literal") throw inexpressible(`${call.function} with something else than a literal`, reading);
  return tree.value;
}

function argument(call: CallNode, index: number, reading: Reading): Node {
  const tree = call.arguments[index];
  if (!tree) throw inexpressible(`${call.function} without arguments`, reading);
  return tree;
}

function inexpressible(what: string, { rule }: Reading): Error {
  return new Error(
    `${formatPlace(rule.place)}: no schema can express this rule's condition (${what}); compare declared values with ` +
      "literals, by not, and, or, equals, atLeast, isSet, hasEntries and hasKey",
  );
}
