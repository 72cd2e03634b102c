import { isExpression, node } from "../expressions/expression.ts";
import { identity } from "../expressions/identity.ts";
import type { IncludeNode, Node, ValueNode } from "../expressions/node.ts";
import { type HoleNode, hole, isHole, type MappingNode } from "../template/hole.ts";
import { partsOf } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import { configurationName } from "../topology/config-map.ts";
import { declarations } from "../values/walk.ts";
import { insteadOf, insteadOfSecret } from "./instead.ts";
import { byCodeUnits } from "./produced.ts";

/** By the path of a map of the user's: the keys in it that the chart writes itself, and what to set instead. */
export type Reserved = ReadonlyMap<string, ReservedInMap>;

/** What one map reserves, and what to set instead. */
export interface ReservedInMap {
  readonly keys: Readonly<Record<string, string>>;
  /** By regular expression without anchors: keys that only values tell. */
  readonly forms: Readonly<Record<string, string>>;
}

/** The chart's own entries beside maps of the user's, in one collection. */
interface Beside {
  readonly own: readonly (readonly [key: string, body: unknown])[];
  /** The same for keys that only values tell: what they look like. */
  readonly forms?: readonly (readonly [form: string, body: unknown])[];
  /** Paths of the user's maps. */
  readonly users: readonly string[];
}

/** What a walk through bodies knows. */
interface Context {
  /** What the arguments of a helper stand for in its body. */
  readonly given: Readonly<Record<string, Node>>;
  /** The environments that containers take over from ConfigMaps, by the identity of the ConfigMap's name. */
  readonly environments: ReadonlyMap<string, Beside["own"]>;
}

/** The keys that users may not write, since a collection with the same key twice is refused or silently overruled. */
export function reservedKeys(chart: Chart): Reserved {
  const keys = new Map<string, Map<string, string>>();
  const forms = new Map<string, Map<string, string>>();
  const context: Context = { given: {}, environments: environmentsOf(chart) };
  for (const beside of chart.documents.flatMap(({ body }) => [...besides(body, context)])) {
    for (const user of beside.users) {
      collect(keys, user, beside.own, (key, body) => messageFor(key, body, chart));
      collect(forms, user, beside.forms ?? [], (_, body) => insteadOf(body));
    }
  }
  for (const paths of sharingOneDeclaration(chart)) {
    const together = new Map(paths.flatMap((path) => [...(keys.get(path) ?? [])]));
    for (const path of paths) keys.set(path, together);
  }
  const users = [...new Set([...keys.keys(), ...forms.keys()])];
  return new Map(users.map((user) => [user, { keys: sorted(keys.get(user)), forms: sorted(forms.get(user)) }]));
}

function collect(
  found: Map<string, Map<string, string>>,
  user: string,
  entries: Beside["own"],
  message: (key: string, body: unknown) => string,
): void {
  const keys = found.get(user) ?? new Map<string, string>();
  found.set(user, keys);
  for (const [key, body] of entries) keys.set(key, keys.get(key) ?? message(key, body));
}

function sorted(keys: ReadonlyMap<string, string> = new Map()): Readonly<Record<string, string>> {
  return Object.fromEntries([...keys].sort(([a], [b]) => byCodeUnits(a, b)));
}

/**
 * Paths with one and the same declaration, such as the settings of several components' pods. They reserve the same keys,
 * so that their schemas are one.
 */
function sharingOneDeclaration({ values }: Chart): readonly (readonly string[])[] {
  const declared = [...declarations(values)].filter(({ declaration }) => declaration.kind === "map");
  const groups = Map.groupBy(declared, ({ declaration }) => declaration).values();
  return [...groups].filter(({ length }) => length > 1).map((group) => group.map(({ path }) => path.join(".")));
}

function messageFor(key: string, body: unknown, chart: Chart): string {
  const variable = chart.components.map(({ secrets }) => secrets[key]).find((secret) => secret !== undefined);
  return variable ? insteadOfSecret(variable) : insteadOf(body);
}

function environmentsOf(chart: Chart): Context["environments"] {
  const configurations = chart.components.flatMap(({ configuration }) => configuration ?? []);
  return new Map(
    configurations.map((configuration) => [
      identity(configurationName(configuration)[node]),
      configuration.sets.flatMap(({ entries }) => Object.entries(entries)),
    ]),
  );
}

/** Every collection in a body that maps of the user's are part of. */
function* besides(body: unknown, context: Context): Generator<Beside> {
  if (isExpression(body)) return;
  if (isHole(body)) yield* besidesInHole(body[hole], context);
  else if (typeof body === "object" && body !== null) {
    const environment = "envFrom" in body ? environmentFrom(body.envFrom, context) : [];
    for (const [key, value] of Object.entries(body)) {
      for (const beside of besides(value, context))
        yield key === "env" ? { ...beside, own: [...beside.own, ...environment] } : beside;
    }
  }
}

/** The variables of the ConfigMaps in a container's `envFrom`. */
function environmentFrom(envFrom: unknown, { environments }: Context): Beside["own"] {
  const names = [...partsOf(envFrom)].filter((part) => part.op === "include" || part.op === "text");
  return names.flatMap((name) => environments.get(identity(name)) ?? []);
}

function* besidesInHole(tree: HoleNode, context: Context): Generator<Beside> {
  switch (tree.op) {
    case "when":
      yield* besides(tree.then, context);
      yield* besides(tree.otherwise, context);
      break;
    case "each":
      yield* besides(tree.body, context);
      break;
    case "keyedList":
      yield {
        own: Object.entries(tree.own).map(([key, body]) => [key, throughConfigMap(body, context)]),
        forms: tree.computed.map(({ keys, items }) => [keys, items]),
        users: paths(tree.user, context),
      };
      yield* besides(tree.own, context);
      yield* besides(
        tree.computed.map(({ items }) => items),
        context,
      );
      break;
    case "mapping":
      yield flattened(tree.parts, context);
      break;
    case "fragment":
      yield* besides(tree.include.helper.body, inside(tree.include, context));
      break;
    case "items":
    case "textBlock":
      break;
  }
}

/** What a variable of a ConfigMap is made of, for one that a container takes from there by name. */
function throughConfigMap(body: unknown, { environments }: Context): unknown {
  if (typeof body !== "object" || body === null || !("valueFrom" in body)) return body;
  const { valueFrom } = body as { valueFrom?: { configMapKeyRef?: { name?: unknown; key?: unknown } } };
  const { name, key } = valueFrom?.configMapKeyRef ?? {};
  const environment = isExpression(name) ? environments.get(identity(name[node])) : undefined;
  return environment?.find(([variable]) => variable === key)?.[1] ?? body;
}

/** A mapping's own entries and the user's maps, with those of the helpers that it is put together of. */
function flattened(parts: MappingNode["parts"], context: Context): Beside {
  const all = parts.map((part): Beside => {
    if ("own" in part) return { own: Object.entries(part.own), users: [] };
    if ("user" in part) return { own: [], users: paths([part.user], context) };
    // A key that is a value itself is known to nobody before values are.
    if ("key" in part) return { own: [], users: [] };
    const { body } = part.fragment.helper;
    if (isHole(body) && body[hole].op === "mapping") return flattened(body[hole].parts, inside(part.fragment, context));
    return { own: isHole(body) || typeof body !== "object" || !body ? [] : Object.entries(body), users: [] };
  });
  return { own: all.flatMap(({ own }) => own), users: all.flatMap(({ users }) => users) };
}

/** A helper's body is read with its arguments, traced back to declared values. */
function inside({ arguments: passed }: IncludeNode, context: Context): Context {
  const given = Object.entries(passed).map(([name, tree]) => [name, traced(tree, context)]);
  return { ...context, given: Object.fromEntries(given) };
}

function traced(tree: Node, { given }: Context): Node {
  if (tree.op === "parameter") return given[tree.name] ?? tree;
  if (tree.op !== "value" || tree.from?.op !== "parameter") return tree;
  const from = given[tree.from.name];
  return from?.op === "value" ? { ...from, path: [...from.path, ...tree.path], declaration: tree.declaration } : tree;
}

/** Where maps stand in the values; those in entries of other maps have no place of their own. */
function paths(maps: readonly ValueNode[], context: Context): readonly string[] {
  return maps
    .map((map) => traced(map, context))
    .flatMap((tree) => (tree.op === "value" && !tree.from ? [tree.path.join(".")] : []));
}
