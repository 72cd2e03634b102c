import { isExpression, node } from "../expressions/expression.ts";
import { identity } from "../expressions/identity.ts";
import type { IncludeNode, Node, ValueNode } from "../expressions/node.ts";
import { type HoleNode, hole, isHole, type MappingNode } from "../template/hole.ts";
import { ownEntries } from "../template/keyed-list.ts";
import { partsOf } from "../template/walk.ts";
import type { Chart } from "../topology/chart.ts";
import { secretVariablesOf } from "../topology/component.ts";
import { configurationName } from "../topology/config-map.ts";
import type { SecretVariable } from "../topology/secret-source.ts";
import { declarations } from "../values/walk.ts";
import { insteadOf, insteadOfSecret } from "./instead.ts";
import { byCodeUnits } from "./produced.ts";

/** By the path of a map of the user's: the keys in it that the chart writes itself, and what to set instead. */
export type Reserved = ReadonlyMap<string, ReservedInMap>;

/** What one map reserves, and what to set instead. */
export interface ReservedInMap {
  readonly keys: Readonly<Record<string, string>>;
  /** Regular expressions without anchors: what keys look like that only values tell. */
  readonly forms: readonly string[];
}

/** The chart's own entries beside maps of the user's, in one collection. */
interface Beside {
  readonly own: readonly (readonly [key: string, body: unknown])[];
  /** The same for keys that only values tell: what they look like. */
  readonly forms?: readonly string[];
  /** Paths of the user's maps. */
  readonly users: readonly string[];
}

/** What a walk through bodies knows. */
interface Context {
  /** What the arguments of a helper stand for in its body. */
  readonly given: Readonly<Record<string, Node>>;
  /** The environments that containers take over from ConfigMaps, by the identity of the ConfigMap's name. */
  readonly environments: ReadonlyMap<number, Beside["own"]>;
}

/** The keys that users may not write, since a collection with the same key twice is refused or silently overruled. */
export function reservedKeys(chart: Chart): Reserved {
  const keys = new Map<string, Map<string, string>>();
  const forms = new Map<string, Set<string>>();
  const secrets = secretVariables(chart);
  const context: Context = { given: {}, environments: environmentsOf(chart) };
  for (const beside of chart.documents.flatMap(({ body }) => besides(body, context))) {
    for (const user of beside.users) {
      collect(keys, user, beside.own, (key, body) => {
        const variable = secrets.get(key);
        return variable ? insteadOfSecret(variable) : insteadOf(body);
      });
      forms.set(user, new Set([...(forms.get(user) ?? []), ...(beside.forms ?? [])]));
    }
  }
  for (const paths of sharingOneDeclaration(chart)) {
    const together = new Map(paths.flatMap((path) => [...(keys.get(path) ?? [])]).reverse());
    const formsTogether = new Set(paths.flatMap((path) => [...(forms.get(path) ?? [])]));
    for (const path of paths) {
      keys.set(path, together);
      forms.set(path, formsTogether);
    }
  }
  const users = [...new Set([...keys.keys(), ...forms.keys()])];
  return new Map(
    users.map((user) => [
      user,
      { keys: sorted(keys.get(user)), forms: [...(forms.get(user) ?? [])].sort(byCodeUnits) },
    ]),
  );
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
 * so that their schemas are one. What to set instead is what the first of them says.
 */
function sharingOneDeclaration({ values }: Chart): readonly (readonly string[])[] {
  const declared = declarations(values).filter(({ declaration }) => declaration.kind === "map");
  const groups = Map.groupBy(declared, ({ declaration }) => declaration).values();
  return [...groups].filter(({ length }) => length > 1).map((group) => group.map(({ path }) => path.join(".")));
}

/** The environment variables that come from Secrets; of those that several components have, the first one's. */
function secretVariables({ components }: Chart): ReadonlyMap<string, SecretVariable> {
  return new Map(components.toReversed().flatMap(secretVariablesOf));
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
function besides(body: unknown, context: Context): readonly Beside[] {
  const found: Beside[] = [];
  findIn(body, context, found);
  return found;
}

function findIn(body: unknown, context: Context, found: Beside[]): void {
  if (typeof body !== "object" || body === null || isExpression(body)) return;
  if (isHole(body)) findInHole(body[hole], context, found);
  else for (const [key, value] of Object.entries(body)) findInField(key, value, body, context, found);
}

function findInField(key: string, value: unknown, body: object, context: Context, found: Beside[]): void {
  if (key !== "env" || !("envFrom" in body)) findIn(value, context, found);
  else {
    const environment = environmentFrom(body.envFrom, context);
    found.push(...besides(value, context).map((beside) => ({ ...beside, own: [...beside.own, ...environment] })));
  }
}

/** The variables of the ConfigMaps in a container's `envFrom`. */
function environmentFrom(envFrom: unknown, { environments }: Context): Beside["own"] {
  const names = [...partsOf(envFrom)].filter((part) => part.op === "include" || part.op === "text");
  return names.flatMap((name) => environments.get(identity(name)) ?? []);
}

function findInHole(tree: HoleNode, context: Context, found: Beside[]): void {
  switch (tree.op) {
    case "when":
      findIn(tree.then, context, found);
      findIn(tree.otherwise, context, found);
      break;
    case "each":
      findIn(tree.bodies, context, found);
      break;
    case "keyedList":
      found.push({
        own: Object.entries(ownEntries(tree)).map(([key, body]) => [key, throughConfigMap(body, context)]),
        forms: tree.computed.map(({ keys }) => keys),
        users: paths(tree.user, context),
      });
      findIn(ownEntries(tree), context, found);
      for (const { items } of tree.computed) findIn(items, context, found);
      break;
    case "mapping":
      found.push(flattened(tree.parts, context));
      for (const part of tree.parts) if ("own" in part) findIn(part.own, context, found);
      break;
    case "fragment":
      findIn(tree.include.helper.body, inside(tree.include, context), found);
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
    if ("named" in part) return { own: [], users: [] };
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
