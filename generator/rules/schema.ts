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
function scopeOf({ condition, change, entriesOf = change }: Rule): readonly string[] {
  const inCondition = [...nodesOf(condition)].filter((tree) => tree.op === "value" && !tree.from);
  const values = [entriesOf, ...inCondition].filter((tree) => tree.op === "value");
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
  const { condition, change, message, entriesOf } = rule;
  const reading: Reading = { rule, depth: scopeOf(rule).length };
  const terms = condition.op === "call" && condition.function === "and" ? condition.arguments : [condition];
  const outside = terms.filter((term) => !entriesOf || !isOfEntry(term));
  const inside = terms.filter((term) => !outside.includes(term));
  const refusal = entriesOf
    ? valueIs(entriesOf.path.slice(reading.depth), { additionalProperties: entryRefusal(inside, reading) })
    : valueIs(change.path.slice(reading.depth), { const: message });
  return { terms: outside.map((term) => holds(term, true, reading)), then: refusal };
}

/** Whether a condition is about the fields of an entry. */
function isOfEntry(term: Node): boolean {
  return nodesOf(term).some((tree) => tree.op === "value" && tree.from);
}

/**
 * Refuses an entry unless it is switched off. A field that may be missing has no value that could be asked for, so what
 * is asked for is a field whose name is the message: Helm prints "missing property '…'".
 */
function entryRefusal(terms: readonly Node[], reading: Reading): JsonSchema {
  const { change, message } = reading.rule;
  const schemas = terms.map((term) => holds(term, true, reading));
  return {
    if: conjunction([valueIs(["enabled"], { const: true }), ...schemas]),
    then: { required: [`${change.path.join(".")}: ${message}`] },
  };
}

/**
 * The term that most rules share comes first, for those that have it, with what else these have in common, and so on
 * with the rest of them.
 */
function conditional(rules: readonly Pending[]): readonly JsonSchema[] {
  const shared = mostShared(rules);
  if (!shared) return rules.map(({ terms, then }) => (terms.length > 0 ? { if: conjunction(terms), then } : then));
  const together = rules.filter((rule) => asks(rule, shared));
  const isCommon = (term: JsonSchema) => together.every((rule) => asks(rule, term));
  const rest = together.map(({ terms, then }) => ({ terms: terms.filter((term) => !isCommon(term)), then }));
  return [
    { if: conjunction(together[0]?.terms.filter(isCommon) ?? []), then: all(conditional(rest)) },
    ...conditional(rules.filter((rule) => !together.includes(rule))),
  ];
}

function asks({ terms }: Pending, term: JsonSchema): boolean {
  return terms.some((other) => JSON.stringify(other) === JSON.stringify(term));
}

function mostShared(rules: readonly Pending[]): JsonSchema | undefined {
  const counts = Map.groupBy(
    rules.flatMap(({ terms }) => terms),
    (term) => JSON.stringify(term),
  );
  const [most = []] = [...counts.values()].sort((a, b) => b.length - a.length);
  return most.length > 1 ? most[0] : undefined;
}

/** What a condition is read for: its rule, and how deep the group is at which that stands. */
interface Reading {
  readonly rule: Rule;
  readonly depth: number;
}

/** The schema that a condition's holding, or its not holding, amounts to. */
function holds(tree: Node, wanted: boolean, reading: Reading): JsonSchema {
  if (tree.op === "literal") return tree.value === wanted ? {} : nothing;
  if (tree.op === "value") {
    const { declaration } = tree;
    const byDefault = declaration.kind === "boolean" && declaration.default === wanted;
    return leaf(tree, { const: wanted }, reading, byDefault);
  }
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
    case "equals": {
      const asked = value(tree, reading);
      const byDefault = "default" in asked.declaration && asked.declaration.default === literal(tree, reading);
      return leaf(asked, equals(asked, literal(tree, reading), wanted), reading, byDefault === wanted);
    }
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
  const byDefault = "default" in tree.declaration && isFilled(tree.declaration.default) === wanted;
  return leaf(tree, filled(tree, wanted, reading), reading, byDefault);
}

function filled({ declaration: { kind } }: ValueNode, wanted: boolean, reading: Reading): JsonSchema {
  switch (kind) {
    case "text":
    case "secret":
    case "oneOf":
      return wanted ? { type: "string", minLength: 1 } : { const: "" };
    case "quantity":
      return wanted ? { type: ["string", "number"], not: { const: "" } } : { const: "" };
    case "list":
      return wanted ? { type: "array", minItems: 1 } : { const: [] };
    case "map":
    case "embedded":
    case "object":
      return wanted ? { type: "object", minProperties: 1 } : { const: {} };
    default:
      throw inexpressible(`isSet of a ${kind}`, reading);
  }
}

function isFilled(content: unknown): boolean {
  return typeof content === "object" && content !== null ? Object.keys(content).length > 0 : content !== "";
}

/**
 * What a value must be. All values are there, with their defaults, but for the fields of entries: one that is missing
 * counts as its default.
 */
function leaf(tree: ValueNode, schema: JsonSchema, { rule, depth }: Reading, byDefault = false): JsonSchema {
  if (!tree.from) return valueAt(tree.path.slice(depth), schema);
  if (!rule.entriesOf) throw inexpressible("a field of a map entry", { rule, depth });
  return byDefault ? valueIs(tree.path, schema) : valueAt(tree.path, schema);
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
