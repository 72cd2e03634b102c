import { isExpression, node } from "../../expressions/expression.ts";
import type { Node } from "../../expressions/node.ts";
import type { Document } from "../../template/document.ts";
import { type HoleNode, hole, isHole, type Loop } from "../../template/hole.ts";
import { ownEntries } from "../../template/keyed-list.ts";
import { isObject } from "../../values/json.ts";
import { simplestKey } from "../solve/key.ts";
import { bound, inRound, knownValue, type Scope } from "../solve/scope.ts";
import { asItIs, both, type Way } from "../solve/way.ts";
import { type ConfigMaps, entriesOf, treeAt } from "./config-maps.ts";
import { type Place, where, within, withinPart } from "./place.ts";

/** A place in a chart's templates where a container is given a variable. */
export interface Occurrence extends Place {
  readonly variable: string;
  /** What it is set to: a text with holes, or a key of a Secret, whose name has holes too. */
  readonly set: { readonly text: unknown } | { readonly key: Node; readonly reference: unknown };
}

/** Every place where the containers of some documents are given variables by the chart itself. */
export function occurrences(
  documents: readonly Document[],
  scope: Scope,
  configMaps: ConfigMaps,
): readonly Occurrence[] {
  return documents.flatMap(({ body, bindings, condition }) => {
    const start: Place = { scope: bound(bindings, scope), conditions: [], needs: [asItIs] };
    return [...inBody(body, where(start, condition[node], true), configMaps)];
  });
}

function* inBody(body: unknown, place: Place, configMaps: ConfigMaps): Generator<Occurrence> {
  if (typeof body !== "object" || body === null || isExpression(body)) return;
  if (isHole(body)) {
    yield* inHole(body[hole], place, configMaps);
    return;
  }
  for (const [field, part] of Object.entries(body)) {
    if (field === "env") yield* inEnvironment(part, place, configMaps);
    else if (field === "envFrom") yield* inSources(part, place, configMaps);
    else yield* inBody(part, place, configMaps);
  }
}

function* inHole(tree: HoleNode, place: Place, configMaps: ConfigMaps): Generator<Occurrence> {
  switch (tree.op) {
    case "when":
      yield* inBody(tree.then, where(place, tree.condition, true), configMaps);
      yield* inBody(tree.otherwise, where(place, tree.condition, false), configMaps);
      break;
    case "each":
      for (const round of roundsOf(tree, place)) yield* inBody(tree.bodies, round, configMaps);
      break;
    case "keyedList":
      yield* inBody(ownEntries(tree), place, configMaps);
      for (const { items } of tree.computed) yield* inBody(items, place, configMaps);
      break;
    case "mapping":
      for (const part of tree.parts) {
        if ("own" in part) yield* inBody(part.own, place, configMaps);
        if ("fragment" in part) yield* inBody(part.fragment.helper.body, withinPart(place, part), configMaps);
      }
      break;
    case "fragment":
      yield* inBody(tree.include.helper.body, within(place, tree.include), configMaps);
      break;
  }
}

/** A loop over a map: the entries that there are, or the first that there could be. */
function roundsOf(loop: Loop, place: Place): readonly Place[] {
  const { over } = loop;
  if (over.op !== "value" || over.declaration.kind !== "map") return [];
  const { declaration } = over;
  const entries = knownValue(over, place.scope);
  const there = entries !== undefined && isObject(entries) ? Object.keys(entries).sort() : [];
  const first = simplestKey(declaration.key);
  const keys = there.length > 0 || first === undefined ? there : [first];
  return keys.flatMap((key, index) => {
    const scope = inRound(loop, key, index, place.scope);
    const entry = scope?.variables[loop.item.name];
    if (!scope || !entry || !("path" in entry)) return [];
    const made: Way = there.includes(key) ? asItIs : [{ path: entry.path, value: {} }];
    return [{ ...place, scope, needs: both(place.needs, [made]) }];
  });
}

/** The variables of a container itself. */
function* inEnvironment(body: unknown, place: Place, configMaps: ConfigMaps): Generator<Occurrence> {
  if (isHole(body) && body[hole].op === "keyedList") {
    for (const [name, part] of Object.entries(ownEntries(body[hole]))) yield* variable(name, part, place, configMaps);
  }
  if (!Array.isArray(body)) return;
  for (const item of body) {
    const name = treeAt(item, "name");
    if (name?.op === "literal") yield* variable(String(name.value), item, place, configMaps);
  }
}

function* variable(name: string, body: unknown, place: Place, configMaps: ConfigMaps): Generator<Occurrence> {
  if (typeof body !== "object" || body === null) return;
  if (isHole(body)) {
    const tree = body[hole];
    if (tree.op !== "when") return;
    yield* variable(name, tree.then, where(place, tree.condition, true), configMaps);
    yield* variable(name, tree.otherwise, where(place, tree.condition, false), configMaps);
    return;
  }
  if ("value" in body) yield* plain(name, body.value, place);
  if (!("valueFrom" in body) || typeof body.valueFrom !== "object" || body.valueFrom === null) return;
  const source = body.valueFrom;
  if ("secretKeyRef" in source) {
    const key = treeAt(source.secretKeyRef, "key");
    if (key) yield { variable: name, set: { key, reference: source.secretKeyRef }, ...place };
  }
  if (!("configMapKeyRef" in source)) return;
  const entryName = treeAt(source.configMapKeyRef, "key");
  for (const [entry, text, there] of entriesOf(source.configMapKeyRef, configMaps, place))
    if (entryName?.op === "literal" && entry === entryName.value) yield* plain(name, text, there);
}

/** The variables of ConfigMaps that a container takes over whole. */
function* inSources(body: unknown, place: Place, configMaps: ConfigMaps): Generator<Occurrence> {
  if (!Array.isArray(body)) return;
  for (const source of body) {
    const reference = "configMapRef" in source ? source.configMapRef : undefined;
    for (const [name, text, there] of entriesOf(reference, configMaps, place)) yield* plain(name, text, there);
  }
}

/** Each text that a variable may have, with when it has it. */
function* plain(name: string, body: unknown, place: Place): Generator<Occurrence> {
  if (!isHole(body) || body[hole].op !== "when") {
    yield { variable: name, set: { text: body }, ...place };
    return;
  }
  const { condition, then, otherwise } = body[hole];
  yield* plain(name, then, where(place, condition, true));
  if (otherwise !== undefined) yield* plain(name, otherwise, where(place, condition, false));
}
