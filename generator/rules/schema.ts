import type { CallNode, Literal, Node, ValueNode } from "../expressions/node.ts";
import { nodesOf } from "../template/walk.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { formatPlace } from "../values/place.ts";
import { conjunction, disjunction, nothing, together, valueAt, valueIs } from "./fragment.ts";
import type { Rule } from "./rule.ts";
import { underAnyName } from "./under-any-name.ts";

/** What rules ask of the group of values at a path, as schemas that all have to hold. */
export type RuleSchemas = ReadonlyMap<string, readonly JsonSchema[]>;

/**
 * Rules in JSON Schema: `if` is the forbidden combination, `then` asks for a value that is the rule's message, which is
 * how Helm comes to print it. A rule stands at the innermost group that has all of its values, what rules there have in
 * common is asked once, and what is about the value to change alone is asked at that value: Helm compiles the schema at
 * each run, and each of its parts takes time. For the same reason types are not asked for: a value of another type is
 * refused anyway. That a value is there is asked only where some may be missing, such as in a file that sets some values.
 * @throws Error when a condition is none that a schema can express
 */
export function ruleSchemas(rules: readonly Rule[], complete: boolean): RuleSchemas {
  const scopes = Map.groupBy(rules, (rule) => scopeOf(rule).join("."));
  const schemasOf = (within: readonly Rule[]) => [together(conditional(within.map((rule) => pending(rule, complete))))];
  return new Map([...scopes].map(([scope, within]) => [scope, schemasOf(within)]));
}

/** The path of the innermost group that a rule's values have in common. */
function scopeOf({ condition, change }: Rule): readonly string[] {
  const values = [change, ...nodesOf(condition)].filter((tree) => tree.op === "value");
  const [first = [], ...others] = values.map(({ path }) => path.slice(0, -1));
  const differs = first.findIndex((name, index) => others.some((path) => path[index] !== name));
  return differs < 0 ? first : first.slice(0, differs);
}

/** A rule of which a part is asked already. */
interface Pending {
  /** What must still hold for the rule to forbid. */
  readonly terms: readonly Term[];
  readonly then: JsonSchema;
}

interface Term {
  readonly schema: JsonSchema;
  /** Equal for equal schemas. */
  readonly text: string;
}

function pending(rule: Rule, complete: boolean): Pending {
  const { condition, change } = rule;
  const reading: Reading = { rule, depth: scopeOf(rule).length, complete };
  const terms = condition.op === "call" && condition.function === "and" ? condition.arguments : [condition];
  const inside = terms.filter((term) => isAbout(term, change));
  const schemas = terms.filter((term) => !inside.includes(term)).map((term) => holds(term, true, reading));
  return {
    terms: schemas.map((schema) => ({ schema, text: JSON.stringify(schema) })),
    then: underAnyName(change, reading.depth, valueRefusal(inside, reading), valueIs),
  };
}

/** Whether a condition is about one value alone. */
function isAbout(term: Node, { path }: ValueNode): boolean {
  const values = [...nodesOf(term)].filter((tree) => tree.op === "value");
  return values.length > 0 && values.every((tree) => tree.path.join(".") === path.join("."));
}

/** Refuses a value for which the conditions about it alone hold. */
function valueRefusal(terms: readonly Node[], { rule, complete }: Reading): JsonSchema {
  const schemas = terms.map((term) => holds(term, true, { rule, depth: rule.change.path.length, complete }));
  return schemas.length > 0 ? { if: conjunction(schemas), then: refusal(rule) } : refusal(rule);
}

/**
 * Asks for a value that is the message. A field that is missing has no value that could be asked for, so what is asked
 * for beside it is one whose name is the message: Helm prints "missing properties '…', '…'".
 */
function refusal({ message, fields }: Rule): JsonSchema {
  if (!fields) return { const: message };
  return { additionalProperties: { if: { required: fields }, else: { required: [...fields, message] } } };
}

/**
 * The term that most rules share comes first, for those that have it, with what else these have in common, and so on
 * with the rest of them.
 */
function conditional(rules: readonly Pending[]): readonly JsonSchema[] {
  const shared = mostShared(rules);
  if (!shared) return rules.map(({ terms, then }) => (terms.length > 0 ? { if: holdsAll(terms), then } : then));
  const alike = rules.filter((rule) => asks(rule, shared));
  const isCommon = (term: Term) => alike.every((rule) => asks(rule, term));
  const rest = alike.map(({ terms, then }) => ({ terms: terms.filter((term) => !isCommon(term)), then }));
  return [
    { if: holdsAll(alike[0]?.terms.filter(isCommon) ?? []), then: together(conditional(rest)) },
    ...conditional(rules.filter((rule) => !alike.includes(rule))),
  ];
}

function holdsAll(terms: readonly Term[]): JsonSchema {
  return conjunction(terms.map(({ schema }) => schema));
}

function asks({ terms }: Pending, { text }: Term): boolean {
  return terms.some((other) => other.text === text);
}

function mostShared(rules: readonly Pending[]): Term | undefined {
  const terms = Map.groupBy(
    rules.flatMap(({ terms }) => terms),
    ({ text }) => text,
  );
  const [most = []] = [...terms.values()].sort((a, b) => b.length - a.length);
  return most.length > 1 ? most[0] : undefined;
}

/** What a condition is read for. */
interface Reading {
  readonly rule: Rule;
  /** How deep the group is at which the rule stands. */
  readonly depth: number;
  /** Whether every declared value is there. */
  readonly complete: boolean;
}

/** The schema that a condition's holding, or its not holding, amounts to. */
function holds(tree: Node, wanted: boolean, reading: Reading): JsonSchema {
  if (tree.op === "literal") return tree.value === wanted ? {} : nothing;
  if (tree.op === "value") return leaf(tree, { const: wanted }, reading);
  if (tree.op !== "call") throw inexpressible(tree.op, reading);
  switch (tree.function) {
    case "not":
      return holds(argument(tree, 0, reading), !wanted, reading);
    case "and":
    case "or": {
      const schemas = tree.arguments.map((operand) => holds(operand, wanted, reading));
      return (tree.function === "and") === wanted ? conjunction(schemas) : disjunction(schemas);
    }
    case "isSet": {
      const asked = value(tree, reading);
      return leaf(asked, filled(asked, wanted, reading), reading);
    }
    case "equals": {
      const asked = value(tree, reading);
      return leaf(asked, equals(asked, literal(tree, reading), wanted), reading);
    }
    case "atLeast":
      return leaf(value(tree, reading), either("number", { minimum: Number(literal(tree, reading)) }, wanted), reading);
    case "includes":
      return leaf(
        value(tree, reading),
        either("array", { contains: { const: literal(tree, reading) } }, wanted),
        reading,
      );
    case "hasKey": {
      const present = { required: [String(literal(tree, reading))] };
      return leaf(value(tree, reading), wanted ? present : { not: present }, reading);
    }
    default:
      throw inexpressible(tree.function, reading);
  }
}

/** A keyword or its contrary, for values of its type: one of another type is refused for that, and for nothing else. */
function either(type: NonNullable<JsonSchema["type"]>, keyword: JsonSchema, wanted: boolean): JsonSchema {
  return { type, ...(wanted ? keyword : { not: keyword }) };
}

function equals({ declaration }: ValueNode, wanted: Literal, holding: boolean): JsonSchema {
  if (holding) return { const: wanted };
  if (declaration.kind !== "oneOf")
    return either(typeof wanted as "string" | "number" | "boolean", { const: wanted }, false);
  return { enum: declaration.options.filter((option) => option !== wanted) };
}

function filled({ declaration: { kind } }: ValueNode, wanted: boolean, reading: Reading): JsonSchema {
  switch (kind) {
    case "text":
    case "secret":
    case "oneOf":
      return wanted ? { type: "string", minLength: 1 } : { const: "" };
    case "quantity":
      return wanted ? either(["string", "number"], { const: "" }, false) : { const: "" };
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

function leaf(tree: ValueNode, schema: JsonSchema, { rule, depth, complete }: Reading): JsonSchema {
  if (tree.from) throw inexpressible("a field of a map entry", { rule, depth, complete });
  return underAnyName(tree, depth, schema, complete ? valueIs : valueAt);
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
