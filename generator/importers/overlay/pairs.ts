import { type Document, objectOf } from "../../template/document.ts";
import { evaluateBody } from "../../template/evaluate/body.ts";
import { hole, isHole } from "../../template/hole.ts";
import { fieldOf, isObject, type JsonObject, omit } from "../../values/json.ts";
import type { JsonValue } from "../../values/json-schema.ts";
import { at, containersOf, nameOf, podSpecOf } from "../environment/rendered.ts";
import { bound, type Scope } from "../solve/scope.ts";

/** An object of the overlay, and the document that makes its like in the chart. */
export interface Pair {
  readonly document: Document;
  readonly object: JsonObject;
  /** What the chart's object should have of it. */
  readonly wanted: JsonObject;
}

/** What the chart makes in its own way: out of what is in use, or for its own pods only. */
const ownAffair = ["ConfigMap", "Namespace", "NetworkPolicy", "Secret"];

const componentLabel = "app.kubernetes.io/component";

/** The objects that the chart has the like of, by their kinds and names or components. */
export function pairsOf(objects: readonly JsonObject[], documents: readonly Document[], scope: Scope): readonly Pair[] {
  const candidates = documents.map((document) => ({ document, ...identityOf(document, scope) }));
  const pairs = objects.flatMap((object): Pair[] => {
    const alike = candidates.filter(({ kind }) => kind === object["kind"] && !ownAffair.includes(String(kind)));
    const component = at(object, "metadata", "labels", componentLabel);
    const found =
      alike.find(({ name }) => name === nameOf(object)) ??
      alike.find((candidate) => component !== undefined && candidate.component === component);
    return found
      ? [{ document: found.document, object, wanted: wantedOf(object, found.document, isScaled(object, objects)) }]
      : [];
  });
  return documents.flatMap((document) => pairs.filter((pair) => pair.document === document));
}

function identityOf(
  document: Document,
  scope: Scope,
): { readonly kind: unknown; readonly name: unknown; readonly component: unknown } {
  const body = objectOf(document);
  const { environment } = bound(document.bindings, scope);
  const metadata = evaluateBody(body?.metadata, environment) ?? {};
  return { kind: body?.kind, name: at(metadata, "name"), component: at(metadata, "labels", componentLabel) };
}

/** Whether an autoscaler sets the number of an object's pods. */
function isScaled(object: JsonObject, objects: readonly JsonObject[]): boolean {
  return objects.some((other) => {
    const target = at(other, "spec", "scaleTargetRef") ?? {};
    return at(target, "kind") === object["kind"] && at(target, "name") === nameOf(object);
  });
}

/** Names and selectors are the chart's own, and pods are found by them. What an autoscaler owns nobody else sets. */
function wantedOf(object: JsonObject, document: Document, scaled: boolean): JsonObject {
  const annotations = at(object, "metadata", "annotations");
  const { spec: whole } = object;
  const spec = scaled && whole !== undefined && isObject(whole) ? omit(whole, ["replicas"]) : whole;
  const kept = omit(object, ["apiVersion", "kind", "metadata", "status", "spec"]);
  return {
    ...kept,
    ...(annotations !== undefined && { metadata: { annotations } }),
    ...(spec !== undefined && { spec: withoutIdentity(renamed(spec, object, document)) }),
  };
}

function withoutIdentity(spec: JsonValue): JsonValue {
  if (!isObject(spec)) return spec;
  const rest = omit(spec, ["selector", "scaleTargetRef"]);
  const { template, jobTemplate } = rest;
  return {
    ...rest,
    ...(template !== undefined && isObject(template) && { template: podTemplate(template) }),
    ...(jobTemplate !== undefined &&
      isObject(jobTemplate) && { jobTemplate: { spec: withoutIdentity(jobTemplate["spec"] ?? {}) } }),
  };
}

function podTemplate(template: JsonObject): JsonObject {
  const annotations = at(template, "metadata", "annotations");
  const labels = ownLabels(at(template, "metadata", "labels"));
  const metadata = {
    ...(annotations !== undefined && { annotations }),
    ...(Object.keys(labels).length > 0 && { labels }),
  };
  return { ...(Object.keys(metadata).length > 0 && { metadata }), spec: template["spec"] ?? {} };
}

/** Labels that are not Kubernetes' recommended ones, which the chart sets. */
function ownLabels(labels: JsonValue | undefined): JsonObject {
  if (labels === undefined || !isObject(labels)) return {};
  return Object.fromEntries(Object.entries(labels).filter(([name]) => !name.startsWith("app.kubernetes.io/")));
}

/** The first container by the chart's name for it: it is the component's own process, whatever it is called. */
function renamed(spec: JsonValue, object: JsonObject, document: Document): JsonValue {
  const first = containersOf([object]).find(({ body }) => listed(object).includes(body));
  const name = firstContainerOf(document.body);
  if (!first || name === undefined || listed(object).some((body) => body["name"] === name)) return spec;
  return JSON.parse(JSON.stringify(spec), (_, value) =>
    isObject(value) && value["name"] === first.name && "image" in value ? { ...value, name } : value,
  );
}

function listed(object: JsonObject): readonly JsonObject[] {
  const spec = podSpecOf(object);
  const list = spec && fieldOf(spec, "containers");
  return Array.isArray(list) ? list.filter(isObject) : [];
}

/** The name of the container with a component's own process. */
function firstContainerOf(body: unknown): string | undefined {
  if (typeof body !== "object" || body === null) return undefined;
  for (const [field, part] of Object.entries(body)) {
    if (field === "containers" && isHole(part) && part[hole].op === "keyedList") return Object.keys(part[hole].own)[0];
    const inside = writtenOut(part)
      .map(firstContainerOf)
      .find((name) => name !== undefined);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

/** A body without holes; of one that is put together, what is written out there. */
function writtenOut(body: unknown): readonly unknown[] {
  if (!isHole(body)) return [body];
  const tree = body[hole];
  return tree.op === "mapping" ? tree.parts.flatMap((part) => ("own" in part ? [part.own] : [])) : [];
}
