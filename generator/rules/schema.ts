import type { CallNode, Literal, Node, ValueNode } from "../expressions/node.ts";
import { nodesOf } from "../template/walk.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { formatPlace } from "../values/place.ts";
import { bothAnswers, conjunction, disjunction, nothing, schemaAt, valueAt, valueIs } from "./fragment.ts";
import type { Rule } from "./rule.ts";

/**
 * Rules in JSON Schema: `if` is the forbidden combination, `then` asks for a value that is the rule's message, which is
 * how Helm comes to print it. `if` holds only for values that are there and of their type. What a rule asks of the value
 * to change stands at that value, so that rules with the rest of their condition in common share it: Helm compiles the
 * schema at each run.
 * @throws Error when a condition is none that a schema can express
 */
export function ruleSchemas(rules: readonly Rule[]): readonly JsonSchema[] {
  const groups = Map.groupBy(rules.map(divided), ({ around }) => JSON.stringify(around));
  return [...groups.values()].map((same) => {
    const then = same.map(({ path, refusal }) => valueIs(path, refusal)).reduce(bothAnswers);
    const around = same[0]?.around;
    return around ? { if: around, then } : then;
  });
}

interface Divided {
  /** What must hold of other values; nothing for a rule about one value alone. */
  readonly around: JsonSchema | undefined;
  readonly path: readonly string[];
  /** What the value to change must fit. */
  readonly refusal: JsonSchema;
}

function divided(rule: Rule): Divided {
  const { condition, change, message } = rule;
  const terms = condition.op === "call" && condition.function === "and" ? condition.arguments : [condition];
  const own = terms.filter((term) => [...nodesOf(term)].every((tree) => isAbout(tree, change)));
  const others = terms.filter((term) => !own.includes(term));
  const asked: JsonSchema = { const: message };
  return {
    around: others.length > 0 ? conjunction(others.map((term) => holds(term, true, rule))) : undefined,
    path: change.path,
    refusal:
      own.length > 0
        ? { if: schemaAt(change.path, conjunction(own.map((term) => holds(term, true, rule)))), then: asked }
        : asked,
  };
}

function isAbout(tree: Node, change: ValueNode): boolean {
  return tree.op !== "value" || tree.path.join(".") === change.path.join(".");
}

/** The schema that a condition's holding, or its not holding, amounts to. */
function holds(tree: Node, wanted: boolean, rule: Rule): JsonSchema {
  if (tree.op === "literal") return tree.value === wanted ? {} : nothing;
  if (tree.op === "value") return leaf(tree, { type: "boolean", const: wanted }, rule);
  if (tree.op !== "call") throw inexpressible(tree.op, rule);
  switch (tree.function) {
    case "not":
      return holds(argument(tree, 0, rule), !wanted, rule);
    case "and":
    case "or": {
      const schemas = tree.arguments.map((operand) => holds(operand, wanted, rule));
      return (tree.function === "and") === wanted ? conjunction(schemas) : disjunction(schemas);
    }
    case "isSet":
      return isSet(value(tree, rule), wanted, rule);
    case "equals":
      return leaf(value(tree, rule), equals(value(tree, rule), literal(tree, rule), wanted), rule);
    case "atLeast": {
      const minimum = Number(literal(tree, rule));
      return leaf(value(tree, rule), either({ type: "number" }, { minimum }, wanted), rule);
    }
    case "includes":
      return leaf(
        value(tree, rule),
        either({ type: "array" }, { contains: { const: literal(tree, rule) } }, wanted),
        rule,
      );
    case "hasKey":
      return leaf(
        value(tree, rule),
        either({ type: "object" }, { required: [String(literal(tree, rule))] }, wanted),
        rule,
      );
    default:
      throw inexpressible(tree.function, rule);
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

function isSet(tree: ValueNode, wanted: boolean, rule: Rule): JsonSchema {
  switch (tree.declaration.kind) {
    case "text":
    case "secret":
    case "oneOf":
      return leaf(tree, wanted ? { type: "string", minLength: 1 } : { const: "" }, rule);
    case "quantity":
      return leaf(tree, wanted ? { type: ["string", "number"], not: { const: "" } } : { const: "" }, rule);
    case "list":
      return leaf(tree, wanted ? { type: "array", minItems: 1 } : { const: [] }, rule);
    case "map":
    case "embedded":
    case "object":
      return leaf(tree, wanted ? { type: "object", minProperties: 1 } : { const: {} }, rule);
    default:
      throw inexpressible(`isSet of a ${tree.declaration.kind}`, rule);
  }
}

function leaf(tree: ValueNode, schema: JsonSchema, rule: Rule): JsonSchema {
  if (tree.from) throw inexpressible("a field of a map entry", rule);
  return valueAt(tree.path, schema);
}

function value(call: CallNode, rule: Rule): ValueNode {
  const tree = argument(call, 0, rule);
  if (tree.op !== "value") throw inexpressible(`${call.function} of something else than a declared value`, rule);
  return tree;
}

function literal(call: CallNode, rule: Rule): Literal {
  const tree = argument(call, 1, rule);
  if (tree.op !== "literal") throw inexpressible(`${call.function} with something else than a literal`, rule);
  return tree.value;
}

function argument(call: CallNode, index: number, rule: Rule): Node {
  const tree = call.arguments[index];
  if (!tree) throw inexpressible(`${call.function} without arguments`, rule);
  return tree;
}

function inexpressible(what: string, rule: Rule): Error {
  return new Error(
    `${formatPlace(rule.place)}: no schema can express this rule's condition (${what}); compare declared values with ` +
      "literals, by not, and, or, equals, atLeast, isSet, hasEntries and hasKey",
  );
}
