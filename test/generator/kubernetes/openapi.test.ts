import { statSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isKind, kindOf, kubernetesType, openApi, type Shape } from "../../../generator/kubernetes/openapi.ts";

const types = Object.entries(openApi.types);
const fields = types.flatMap(([name, type]) =>
  "fields" in type ? Object.entries(type.fields).map(([field, shape]) => ({ place: `${name}.${field}`, shape })) : [],
);

describe("the extract", () => {
  test("is small", () => {
    expect(statSync("generator/kubernetes/openapi.json").size).toBeLessThan(90_000);
  });

  test("is sorted by name", () => {
    const names = types.map(([name]) => name);
    expect(names).toEqual([...names].sort());
  });

  test("has only shapes of the declared forms", () => {
    expect(fields.filter(({ shape }) => !isShape(shape))).toEqual([]);
  });

  test("refers only to types that it has", () => {
    const missing = fields.filter(({ shape }) => !refsOf(shape).every((ref) => Object.hasOwn(openApi.types, ref)));
    expect(missing).toEqual([]);
  });

  test("requires only fields that exist", () => {
    const wrong = types.filter(
      ([, type]) => "fields" in type && (type.required ?? []).some((field) => !Object.hasOwn(type.fields, field)),
    );
    expect(wrong).toEqual([]);
  });

  test("keys lists only by fields of their items", () => {
    const wrong = fields.filter(
      ({ shape }) => "list" in shape && (shape.keys ?? []).some((key) => !hasField(shape.list, key)),
    );
    expect(wrong).toEqual([]);
  });

  test.each([
    ["no status of a kind", "Deployment", "status"],
    ["no status of a claim in a StatefulSet", "PersistentVolumeClaim", "status"],
    ["nothing that the server sets", "ObjectMeta", "managedFields"],
    ["nothing that a new pod may not have", "PodSpec", "ephemeralContainers"],
  ])("has %s", (_, type, field) => {
    expect(hasField({ ref: type }, field)).toBe(false);
  });
});

describe("kubernetesType", () => {
  test.each([
    ["an integer", "ContainerPort", "hostPort", { type: "integer", format: "int32" }],
    ["an enum", "Container", "imagePullPolicy", { type: "string", enum: ["Always", "IfNotPresent", "Never"] }],
    [
      "an enum in a list",
      "NetworkPolicySpec",
      "policyTypes",
      { list: { type: "string", enum: ["Egress", "Ingress"] } },
    ],
    ["a list of one key", "Container", "env", { list: { ref: "EnvVar" }, keys: ["name"] }],
    ["a list of two keys", "ServiceSpec", "ports", { list: { ref: "ServicePort" }, keys: ["port", "protocol"] }],
    ["a list without keys", "PodSpec", "tolerations", { list: { ref: "Toleration" } }],
    ["a map of quantities", "ResourceRequirements", "limits", { map: { ref: "Quantity" } }],
    ["an integer or string", "ServicePort", "targetPort", { ref: "IntOrString" }],
    ["bytes", "Secret", "data", { map: { type: "string", format: "byte" } }],
    ["a default", "ServicePort", "protocol", { type: "string", enum: ["SCTP", "TCP", "UDP"], default: "TCP" }],
    ["the API version of a kind", "Deployment", "apiVersion", { type: "string", enum: ["apps/v1"] }],
  ])("%s", (_, name, field, want) => {
    const type = kubernetesType(name);
    expect("fields" in type ? type.fields[field] : undefined).toEqual(want);
  });

  test.each([
    ["quantity", "Quantity", { scalar: "quantity" }],
    ["integer or string", "IntOrString", { scalar: "int-or-string" }],
  ])("scalar: %s", (_, name, want) => {
    expect(kubernetesType(name)).toEqual(want);
  });

  test.each([
    ["misspelt", "Contaner", /Kubernetes type "Contaner": not in the extract .*Container/],
    ["a name that every object has", "constructor", /Kubernetes type "constructor"/],
  ])("refuses a name: %s", (_, name, want) => {
    expect(() => kubernetesType(name)).toThrow(want);
  });
});

describe("kindOf", () => {
  test.each([
    ["a group", "apps/v1", "Deployment", "Deployment"],
    ["the core group", "v1", "Secret", "Secret"],
    ["the kind of another group", "v1", "Deployment", undefined],
    ["a custom resource", "external-secrets.io/v1", "ExternalSecret", undefined],
    ["a name that every object has", "constructor", "name", undefined],
  ])("%s", (_, apiVersion, kind, want) => {
    expect(kindOf(apiVersion, kind)).toBe(want);
  });
});

describe("isKind", () => {
  test.each([
    ["a kind", "CronJob", true],
    ["a part of a kind", "CronJobSpec", false],
  ])("%s", (_, name, want) => {
    expect(isKind(name)).toBe(want);
  });
});

function isShape(shape: Shape): boolean {
  const keys = Object.keys(shape);
  if ("ref" in shape) {
    return keys.length === 1;
  }
  if ("list" in shape) {
    return isShape(shape.list) && keys.every((key) => ["list", "keys"].includes(key));
  }
  if ("map" in shape) {
    return isShape(shape.map) && keys.length === 1;
  }
  return (
    ["boolean", "integer", "number", "string"].includes(shape.type) &&
    keys.every((key) => ["type", "format", "enum", "default"].includes(key))
  );
}

function refsOf(shape: Shape): readonly string[] {
  if ("ref" in shape) {
    return [shape.ref];
  }
  if ("list" in shape) {
    return refsOf(shape.list);
  }
  return "map" in shape ? refsOf(shape.map) : [];
}

function hasField(shape: Shape, field: string): boolean {
  const type = "ref" in shape ? kubernetesType(shape.ref) : undefined;
  return type !== undefined && "fields" in type && Object.hasOwn(type.fields, field);
}
