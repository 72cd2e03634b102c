import type { Declaration } from "../values/declaration.ts";

/**
 * An expression as plain data, for two readers: `print.ts` writes it in Helm's template language, an evaluator computes
 * it. Nodes hold no functions and no text of either.
 */
export type Node =
  | LiteralNode
  | ValueNode
  | BuiltinNode
  | VariableNode
  | ParameterNode
  | TextNode
  | IncludeNode
  | LookupNode
  | MemberNode
  | TableNode
  | CallNode;

export type Literal = string | number | boolean;

export interface LiteralNode {
  readonly op: "literal";
  readonly value: Literal;
}

/** A declared value: of `.Values`, or a field of `from` (a map entry or a helper's parameter). */
export interface ValueNode {
  readonly op: "value";
  readonly path: readonly string[];
  readonly declaration: Declaration;
  readonly from?: VariableNode | ParameterNode;
}

/** What Helm itself tells a template; see "Built-in Objects" in the Helm documentation. */
export interface BuiltinNode {
  readonly op: "builtin";
  readonly name:
    | "Release.Name"
    | "Release.Namespace"
    | "Release.Service"
    | "Chart.Name"
    | "Chart.Version"
    | "Chart.AppVersion";
}

/** Bound by a loop or by a binding. Its name is unique within its document or helper. */
export interface VariableNode {
  readonly op: "variable";
  readonly name: string;
  /** Whether it stands for a whole number. */
  readonly integer?: true;
}

/** An argument of the helper in whose body it stands. */
export interface ParameterNode {
  readonly op: "parameter";
  readonly name: string;
}

export interface TextNode {
  readonly op: "text";
  readonly parts: readonly Node[];
}

/** The text of a named helper. */
export interface IncludeNode {
  readonly op: "include";
  readonly helper: Helper;
  readonly arguments: Readonly<Record<string, Node>>;
}

/** A named template: defined once, when something includes it. */
export interface Helper {
  /** Without the chart's name, which every helper of a chart is prefixed with. */
  readonly name: string;
  readonly comment: string;
  /** The file below `templates/`, without extension, where it is not among those that many templates share. */
  readonly file?: string;
  readonly parameters: Readonly<Record<string, Declaration>>;
  readonly bindings: readonly Binding[];
  /** A text or a body with holes; `template/helper.ts` is the typed entrance. */
  readonly body: unknown;
  /** Whether the text is a DNS label, which YAML needs no quotes for where more follows: `true-config`. */
  readonly plain: boolean;
}

/** A variable and what it stands for, at the head of a document or helper. */
export interface Binding {
  readonly variable: VariableNode;
  readonly value: Node;
}

/**
 * The data of a Secret in the release's namespace, or an empty map where there is none. With no name: whether Secrets
 * can be listed at all, which is false when Helm renders without a cluster.
 */
export interface LookupNode {
  readonly op: "lookup";
  readonly secret?: Node;
}

/** The child of a group that another expression names, such as the variable of a loop. */
export interface MemberNode {
  readonly op: "member";
  readonly of: ValueNode;
  readonly name: Node;
}

/** Conditions by name, to loop over: what is alike for each of them is then printed once. */
export interface TableNode {
  readonly op: "table";
  readonly rows: Readonly<Record<string, Node>>;
}

export interface CallNode {
  readonly op: "call";
  readonly function: FunctionName;
  readonly arguments: readonly Node[];
}

/** Only functions that exist and mean the same in Helm 3.18 and later and in Helm 4. */
export type FunctionName =
  | "not"
  | "and"
  | "or"
  | "equals"
  | "atLeast"
  | "moreThan"
  | "isSet"
  | "includes"
  | "hasKey"
  | "contains"
  | "longerThan"
  | "index"
  | "cut"
  | "replace"
  | "trimPrefix"
  | "orElse"
  | "omit"
  | "digest"
  | "join"
  | "base64"
  | "sum"
  | "product"
  | "choose"
  | "toText"
  | "randomBytes"
  | "randomText";
