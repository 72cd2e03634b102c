import type { CallNode, Node } from "../../expressions/node.ts";
import { type EntryPaths, pathIn } from "../value-paths.ts";

/** A condition in words, for people: `storage.driver` is `postgres`. Empty where it always holds. */
export function conditionText(tree: Node, entries?: EntryPaths): string {
  return tree.op === "literal" && tree.value === true ? "" : say(tree, true, entries);
}

function say(tree: Node, holding: boolean, entries?: EntryPaths): string {
  switch (tree.op) {
    case "literal":
      return (tree.value === true) === holding ? "always" : "never";
    case "value":
      return `${operand(tree, entries)} is ${holding ? "on" : "off"}`;
    case "call":
      return sayCall(tree, holding, entries);
    case "lookup":
      return holding ? "a cluster answers" : "no cluster answers";
    default:
      return "it applies";
  }
}

function sayCall({ function: name, arguments: given }: CallNode, holding: boolean, entries?: EntryPaths): string {
  const [first, second] = given;
  const subject = first ? operand(first, entries) : "";
  const object = second ? operand(second, entries) : "";
  switch (name) {
    case "not":
      return first ? say(first, !holding, entries) : "";
    case "and":
    case "or": {
      const word = (name === "and") === holding ? " and " : " or ";
      return given.map((part) => nested(part, holding, word, entries)).join(word);
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
function nested(tree: Node, holding: boolean, word: string, entries?: EntryPaths): string {
  const text = say(tree, holding, entries);
  return word === " and " && text.includes(" or ") ? `(${text})` : text;
}

function operand(tree: Node, entries?: EntryPaths): string {
  if (tree.op === "value") return `\`${pathIn(tree, entries) ?? tree.path.join(".")}\``;
  if (tree.op === "call" && tree.function === "orElse")
    return tree.arguments.map((part) => operand(part, entries)).join(" or ");
  return tree.op === "literal" ? `\`${tree.value}\`` : "it";
}
