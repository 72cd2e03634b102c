import type { CallNode, Node } from "../../expressions/node.ts";

/** A condition in words, for people: `storage.driver` is `postgres`. Empty where it always holds. */
export function conditionText(tree: Node): string {
  return tree.op === "literal" && tree.value === true ? "" : say(tree, true);
}

function say(tree: Node, holding: boolean): string {
  switch (tree.op) {
    case "literal":
      return (tree.value === true) === holding ? "always" : "never";
    case "value":
      return `\`${tree.path.join(".")}\` is ${holding ? "on" : "off"}`;
    case "call":
      return sayCall(tree, holding);
    case "lookup":
      return holding ? "a cluster answers" : "no cluster answers";
    default:
      return "it applies";
  }
}

function sayCall({ function: name, arguments: given }: CallNode, holding: boolean): string {
  const [first, second] = given;
  const subject = first ? operand(first) : "";
  const object = second ? operand(second) : "";
  switch (name) {
    case "not":
      return first ? say(first, !holding) : "";
    case "and":
    case "or": {
      const word = (name === "and") === holding ? " and " : " or ";
      return given.map((part) => nested(part, holding, word)).join(word);
    }
    case "isSet":
      return `${subject} is ${holding ? "set" : "empty"}`;
    case "equals":
      return `${subject} is ${holding ? "" : "not "}${object}`;
    case "atLeast":
      return `${subject} is ${holding ? "at least" : "less than"} ${object}`;
    case "moreThan":
      return `${subject} is ${holding ? "more" : "not more"} than ${object}`;
    case "includes":
    case "hasKey":
    case "contains":
      return `${subject} has ${holding ? "" : "no "}${object}`;
    default:
      return "it applies";
  }
}

/** An `or` within an `and` needs parentheses. */
function nested(tree: Node, holding: boolean, word: string): string {
  const text = say(tree, holding);
  return word === " and " && text.includes(" or ") ? `(${text})` : text;
}

function operand(tree: Node): string {
  if (tree.op === "value") return `\`${tree.path.join(".")}\``;
  return tree.op === "literal" ? `\`${tree.value}\`` : "it";
}
