import { isExpression, node } from "../../expressions/expression.ts";
import { identity } from "../../expressions/identity.ts";
import type { Node } from "../../expressions/node.ts";
import { type Document, objectOf } from "../../template/document.ts";
import { hole, isHole } from "../../template/hole.ts";
import { type Place, within, withinPart } from "./place.ts";

/** The data of a chart's ConfigMaps, by the identity of what their names are computed from. */
export type ConfigMaps = ReadonlyMap<number, unknown>;

export function configMapsOf(documents: readonly Document[]): ConfigMaps {
  return new Map(
    documents.flatMap((document): [number, unknown][] => {
      const body = objectOf(document);
      const name = body?.kind === "ConfigMap" ? treeAt(body.metadata, "name") : undefined;
      return name && body && "data" in body ? [[identity(name), body.data]] : [];
    }),
  );
}

/** An entry of a ConfigMap. */
export type ConfigEntry = readonly [name: string, body: unknown, place: Place];

/** The entries of the ConfigMap that a container refers to. */
export function* entriesOf(reference: unknown, configMaps: ConfigMaps, place: Place): Generator<ConfigEntry> {
  const name = treeAt(reference, "name");
  if (name) yield* entriesIn(configMaps.get(identity(name)), place);
}

function* entriesIn(data: unknown, place: Place): Generator<ConfigEntry> {
  if (!isHole(data)) return;
  const tree = data[hole];
  if (tree.op === "fragment") yield* entriesIn(tree.include.helper.body, within(place, tree.include));
  if (tree.op !== "mapping") return;
  for (const part of tree.parts) {
    if ("own" in part) for (const [name, body] of Object.entries(part.own)) yield [name, body, place];
    if ("fragment" in part) yield* entriesIn(part.fragment.helper.body, withinPart(place, part));
  }
}

/** The tree of a field, where it is computed or a text. */
export function treeAt(body: unknown, field: string): Node | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  const value = new Map<string, unknown>(Object.entries(body)).get(field);
  if (isExpression(value)) return value[node];
  return typeof value === "string" ? { op: "literal", value } : undefined;
}
