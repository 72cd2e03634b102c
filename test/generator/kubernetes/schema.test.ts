import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { bodyErrors } from "../../../generator/kubernetes/body.ts";
import { openApi } from "../../../generator/kubernetes/openapi.ts";
import {
  definitionName,
  definitionRef,
  kubernetesSchema,
  type PartialType,
} from "../../../generator/kubernetes/schema.ts";
import type { JsonSchema } from "../../../generator/values/json-schema.ts";

const envVar: PartialType = { type: "EnvVar", omit: ["name"] };
const volume: PartialType = { type: "Volume", omit: ["name"] };

/** A schema of one place that holds the given type. */
function schemaOf(type: string | PartialType): JsonSchema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    $ref: definitionRef(type),
    definitions: kubernetesSchema([type]),
  };
}

function accepts(schema: JsonSchema, value: unknown): boolean {
  return new Ajv({ strict: true, allowUnionTypes: true }).validate(schema, value);
}

const values: readonly [name: string, type: string, value: unknown, want: boolean][] = [
  ["nothing", "ResourceRequirements", {}, true],
  ["quantities", "ResourceRequirements", { limits: { cpu: 1, memory: "1Gi" }, requests: { cpu: "50m" } }, true],
  ["a resource of a vendor", "ResourceRequirements", { limits: { "nvidia.com/gpu": 0.5 } }, true],
  ["no quantity", "ResourceRequirements", { limits: { memory: "1GB" } }, false],
  ["null as a quantity", "ResourceRequirements", { limits: { memory: null } }, false],
  ["a misspelt field", "ResourceRequirements", { limit: {} }, false],
  ["an HTTP probe by port name", "Probe", { httpGet: { path: "/", port: "http", scheme: "HTTP" } }, true],
  ["an HTTP probe by port number", "Probe", { httpGet: { port: 8080 } }, true],
  ["an HTTP probe without a port", "Probe", { httpGet: { path: "/" } }, false],
  ["a port that is true", "Probe", { httpGet: { port: true } }, false],
  ["an unknown scheme", "Probe", { httpGet: { port: 1, scheme: "http" } }, false],
  ["a fraction of a second", "Probe", { periodSeconds: 1.5 }, false],
  ["an integer as text", "Probe", { periodSeconds: "10" }, false],
  ["a container", "Container", { name: "a", args: ["--x"], env: [{ name: "A", value: "1" }] }, true],
  ["a container without a name", "Container", { image: "a" }, false],
  ["a number in an environment", "Container", { name: "a", env: [{ name: "A", value: 1 }] }, false],
  ["a text for a list", "Container", { name: "a", args: "--x" }, false],
  ["an unknown pull policy", "Container", { name: "a", imagePullPolicy: "Sometimes" }, false],
  ["a volume", "Volume", { name: "a", emptyDir: { sizeLimit: "1Gi" } }, true],
  ["a list for an object", "Volume", { name: "a", emptyDir: [] }, false],
  ["labels", "LabelSelector", { matchLabels: { "app.kubernetes.io/name": "x" } }, true],
  ["a label that is true", "LabelSelector", { matchLabels: { a: true } }, false],
  ["null", "Affinity", null, false],
];

describe("kubernetesSchema", () => {
  test.each(values)("%s (%s)", (_, type, value, want) => {
    expect(accepts(schemaOf(type), value)).toBe(want);
  });

  test.each(values)("bodyErrors agrees: %s (%s)", (_, type, value, want) => {
    expect(bodyErrors(value, type, () => undefined).length === 0).toBe(want);
  });

  test.each<[string, PartialType, unknown, boolean]>([
    ["without the omitted field", envVar, { value: "1" }, true],
    ["with the omitted field", envVar, { name: "A", value: "1" }, false],
    ["an omitted field is kept in the types inside", volume, { secret: { items: [{ key: "a", path: "b" }] } }, true],
  ])("%s", (_, type, value, want) => {
    expect(accepts(schemaOf(type), value)).toBe(want);
  });

  test.each<[string, string, object]>([
    ["what is for Windows", "PodSecurityContext", { windowsOptions: {} }],
    ["what is for Windows, in an inner type", "Container", { name: "a", securityContext: { windowsOptions: {} } }],
    ["what pods have none of", "ResourceRequirements", { claims: [] }],
  ])("leaves out %s (%s)", (_, type, value) => {
    expect(bodyErrors(value, type, () => undefined)).toEqual([]);
    expect(accepts(schemaOf(type), value)).toBe(false);
  });

  test.each<[string, (string | PartialType)[], string[]]>([
    ["a type and what it contains", ["ResourceRequirements"], ["Quantity", "ResourceRequirements"]],
    [
      "a partial type",
      [envVar],
      [
        "ConfigMapKeySelector",
        "EnvVarSource",
        "EnvVarWithoutName",
        "ObjectFieldSelector",
        "Quantity",
        "ResourceFieldSelector",
        "SecretKeySelector",
      ],
    ],
    [
      "a type both whole and partial",
      [{ type: "HTTPHeader", omit: ["name"] }, "HTTPHeader"],
      ["HTTPHeader", "HTTPHeaderWithoutName"],
    ],
    ["a type twice", ["HTTPHeader", "HTTPHeader"], ["HTTPHeader"]],
    ["what only an omitted field contains", [{ type: "EnvVar", omit: ["valueFrom"] }], ["EnvVarWithoutValueFrom"]],
  ])("defines %s", (_, types, want) => {
    expect(Object.keys(kubernetesSchema(types))).toEqual(want);
  });

  test("writes a small type like this", () => {
    expect(kubernetesSchema(["ContainerResizePolicy"])).toEqual({
      ContainerResizePolicy: {
        description: "Kubernetes ContainerResizePolicy; see the API reference",
        type: "object",
        properties: {
          resourceName: {
            description: "Kubernetes ContainerResizePolicy.resourceName; see the API reference",
            type: "string",
          },
          restartPolicy: {
            description: "Kubernetes ContainerResizePolicy.restartPolicy; see the API reference",
            type: "string",
          },
        },
        required: ["resourceName", "restartPolicy"],
        additionalProperties: false,
      },
    });
  });

  test.each([
    ["an unknown type", ["Probes"], /Kubernetes type "Probes".*Probe/],
    ["an unknown field to omit", [{ type: "EnvVar", omit: ["nam"] }], /Kubernetes EnvVar: no field "nam" .*name/],
  ])("refuses %s", (_, types, want) => {
    expect(() => kubernetesSchema(types)).toThrow(want);
  });

  test.each([
    [["Container", "Volume", "Affinity"], 75_000],
    [["Container"], 25_000],
    [["ResourceRequirements"], 1_500],
  ])("is small: %j", (types, want) => {
    expect(JSON.stringify(kubernetesSchema(types)).length).toBeLessThan(want);
  });
});

describe("the schema of every type of the extract", () => {
  const definitions = kubernetesSchema(Object.keys(openApi.types));
  const schemas = Object.entries(definitions).flatMap(([name, schema]) => schemasIn(name, schema));

  test("is a strict draft-07 schema", () => {
    const schema = { $schema: "http://json-schema.org/draft-07/schema#", definitions };
    const ajv = new Ajv({ strict: true, allowUnionTypes: true });
    expect(ajv.validateSchema(schema)).toBe(true);
    ajv.addSchema(schema, "kubernetes");
    for (const name of Object.keys(definitions)) {
      expect(ajv.getSchema(`kubernetes${definitionRef(name)}`), name).toBeTypeOf("function");
    }
  });

  test("describes itself and every property", () => {
    const properties = schemas.flatMap(({ place, schema }) =>
      Object.entries(schema.properties ?? {}).map(([field, property]) => ({ place: `${place}.${field}`, property })),
    );
    const described = [...Object.entries(definitions).map(([place, property]) => ({ place, property })), ...properties];
    expect(described.length).toBeGreaterThan(700);
    expect(
      described.filter(({ place, property }) => property.description !== `Kubernetes ${place}; see the API reference`),
    ).toEqual([]);
  });

  test("closes every object, or types the values of a map", () => {
    const objects = schemas.filter(({ schema }) => schema.type === "object" || schema.properties !== undefined);
    expect(objects.length).toBeGreaterThan(150);
    const open = objects.filter(({ schema: { properties, additionalProperties: rest } }) =>
      properties === undefined ? typeof rest !== "object" || Object.keys(rest).length === 0 : rest !== false,
    );
    expect(open.map(({ place }) => place)).toEqual([]);
  });

  test("branches nowhere", () => {
    const keywords = new Set(schemas.flatMap(({ schema }) => Object.keys(schema)));
    expect([...keywords].sort()).toEqual([
      "$ref",
      "additionalProperties",
      "description",
      "enum",
      "items",
      "pattern",
      "properties",
      "required",
      "type",
    ]);
  });
});

describe("definitionName", () => {
  test.each<[string, string | PartialType, string]>([
    ["a whole type", "EnvVar", "EnvVar"],
    ["nothing omitted", { type: "EnvVar", omit: [] }, "EnvVar"],
    ["a field omitted", { type: "VolumeMount", omit: ["mountPath"] }, "VolumeMountWithoutMountPath"],
    [
      "two fields omitted",
      { type: "ContainerPort", omit: ["containerPort", "protocol"] },
      "ContainerPortWithoutContainerPortAndProtocol",
    ],
  ])("%s", (_, type, want) => {
    expect(definitionName(type)).toBe(want);
  });
});

interface Place {
  readonly place: string;
  readonly schema: JsonSchema;
}

/** A schema and the schemas in it. */
function schemasIn(place: string, schema: JsonSchema): readonly Place[] {
  const { properties = {}, items, additionalProperties } = schema;
  return [
    { place, schema },
    ...Object.entries(properties).flatMap(([field, property]) => schemasIn(`${place}.${field}`, property)),
    ...(items === undefined ? [] : schemasIn(`${place}[]`, items)),
    ...(typeof additionalProperties === "object" ? schemasIn(`${place}{}`, additionalProperties) : []),
  ];
}
