import { describe, expect, test } from "vitest";
import { bodyErrors } from "../../../generator/kubernetes/body.ts";

/** The holes of these tests. */
class TestHole {
  readonly alternatives: "any" | readonly unknown[];
  constructor(alternatives: "any" | readonly unknown[]) {
    this.alternatives = alternatives;
  }
}
const any = new TestHole("any");
const one = (...alternatives: readonly unknown[]) => new TestHole(alternatives);
const hole = (value: unknown) => (value instanceof TestHole ? value.alternatives : undefined);

const deployment = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: any, labels: { "app.kubernetes.io/name": "x" } },
  spec: {
    replicas: one(1, any),
    selector: { matchLabels: any },
    template: { metadata: any, spec: { containers: [{ name: "a", image: any }], volumes: one() } },
  },
};

describe("bodyErrors accepts", () => {
  test.each<[string, string, unknown]>([
    ["a kind with holes", "Deployment", deployment],
    ["a part of a kind", "ContainerPort", { containerPort: 80 }],
    ["a hole for the whole body", "Container", any],
    ["a hole for a required field", "Container", { name: any }],
    ["a hole without alternatives", "Container", { name: one() }],
    ["an absent optional field", "Container", { name: "a", image: undefined }],
    ["a hole for a list", "Container", { name: "a", args: one(["a"], any) }],
    ["a hole for an item", "Container", { name: "a", args: ["a", one("b", "c"), any] }],
    ["a hole in a map", "LabelSelector", { matchLabels: { a: any } }],
    ["base64", "Secret", { apiVersion: "v1", kind: "Secret", metadata: {}, data: { a: "YWI=" } }],
    ["an integer of 64 bits", "PodSecurityContext", { runAsUser: 1_000_680_000_000 }],
    [
      "the same port for two protocols",
      "Container",
      ports({ containerPort: 1 }, { containerPort: 1, protocol: "UDP" }),
    ],
    ["equal keys that are holes", "Container", ports({ containerPort: any }, { containerPort: any })],
    ["equal keys in alternatives of a hole", "Container", ports(one({ containerPort: 1 }, { containerPort: 1 }))],
    ["equal keys in two holes", "Container", ports(one({ containerPort: 1 }), one({ containerPort: 1 }))],
    ["equal items of a list without keys", "Container", { name: "a", args: ["-v", "-v"] }],
  ])("%s", (_, type, body) => {
    expect(bodyErrors(body, type, hole)).toEqual([]);
  });
});

describe("bodyErrors refuses", () => {
  test.each<[string, string, unknown, [path: string, problem: string][]]>([
    [
      "an unknown field",
      "Container",
      { name: "a", imagePullPolice: "Always" },
      [
        [
          "imagePullPolice",
          "is not a field that Kubernetes Container lets a chart write; the nearest is imagePullPolicy",
        ],
      ],
    ],
    [
      "an unknown field that holds a hole",
      "Container",
      { name: "a", volume: any },
      [["volume", "is not a field that Kubernetes Container lets a chart write; the nearest is volumeMounts"]],
    ],
    [
      "a name that every object has",
      "LocalObjectReference",
      { constructor: 1 },
      [["constructor", "is not a field that Kubernetes LocalObjectReference lets a chart write; the nearest is name"]],
    ],
    ["a missing field", "Container", { image: "a" }, [["name", "is missing; Kubernetes Container requires it"]]],
    [
      "an undefined field",
      "Container",
      { name: undefined },
      [["name", "is missing; Kubernetes Container requires it"]],
    ],
    [
      "a kind without identity",
      "ConfigMap",
      { data: {} },
      [
        ["apiVersion", "is missing; Kubernetes ConfigMap requires it"],
        ["kind", "is missing; Kubernetes ConfigMap requires it"],
        ["metadata", "is missing; Kubernetes ConfigMap requires it"],
      ],
    ],
    [
      "the API version of another kind",
      "ConfigMap",
      { apiVersion: "apps/v1", kind: "ConfigMap", metadata: {} },
      [["apiVersion", 'is "apps/v1"; write one of v1']],
    ],
    ["a number for a string", "Container", { name: 1 }, [["name", "is the number 1; write a string"]]],
    ["null", "Container", { name: "a", tty: null }, [["tty", "is null; write true or false"]]],
    ["a function", "Container", { name: () => "a" }, [["name", "is a function; write a string"]]],
    ["a fraction", "ContainerPort", { containerPort: 1.5 }, [["containerPort", "is the number 1.5; write an integer"]]],
    [
      "too large an integer",
      "ContainerPort",
      { containerPort: 2 ** 31 },
      [["containerPort", "is 2147483648; write an integer of 32 bits"]],
    ],
    ["no option", "ServicePort", { port: 1, protocol: "tcp" }, [["protocol", 'is "tcp"; write one of SCTP, TCP, UDP']]],
    [
      "no option in a list",
      "NetworkPolicySpec",
      { podSelector: {}, policyTypes: ["In"] },
      [["policyTypes[0]", 'is "In"; write one of Egress, Ingress']],
    ],
    [
      "no quantity",
      "ResourceRequirements",
      { limits: { memory: "1GB" } },
      [["limits.memory", 'is the string "1GB"; write a quantity, such as 500m or 1Gi']],
    ],
    [
      "no integer or string",
      "ServicePort",
      { port: 1, targetPort: false },
      [["targetPort", "is the boolean false; write an integer or a string"]],
    ],
    [
      "no base64",
      "Secret",
      { apiVersion: "v1", kind: "Secret", metadata: {}, data: { a: "ab" } },
      [["data.a", "is not base64; encode it"]],
    ],
    ["an object for a list", "Container", { name: "a", args: {} }, [["args", "is an object; write a list"]]],
    [
      "a list for an object",
      "Container",
      { name: "a", resources: [] },
      [["resources", "is a list; write an object, Kubernetes ResourceRequirements"]],
    ],
    ["a list for a map", "LabelSelector", { matchLabels: [] }, [["matchLabels", "is a list; write a map"]]],
    ["a text for the whole body", "Container", "a", [["", 'is the string "a"; write an object, Kubernetes Container']]],
    [
      "a number under a key that is no name",
      "LabelSelector",
      { matchLabels: { "app.kubernetes.io/name": 1 } },
      [['matchLabels["app.kubernetes.io/name"]', "is the number 1; write a string"]],
    ],
    [
      "a mistake far inside",
      "Deployment",
      {
        ...deployment,
        spec: { ...deployment.spec, template: { spec: { containers: [{ name: "a" }, { name: "b", tty: "yes" }] } } },
      },
      [["spec.template.spec.containers[1].tty", 'is the string "yes"; write true or false']],
    ],
    [
      "an alternative of a hole",
      "Container",
      { name: one("a", 1), args: ["a", one(2, any)] },
      [
        ["name", "is the number 1; write a string"],
        ["args[1]", "is the number 2; write a string"],
      ],
    ],
    [
      "an alternative of a hole in a hole",
      "Container",
      one(any, one({ name: "a" }, {})),
      [["name", "is missing; Kubernetes Container requires it"]],
    ],
    [
      "equal keys",
      "Container",
      { name: "a", env: [{ name: "A" }, { name: "B" }, { name: "A" }] },
      [["env[2]", "has the name of env[0] (A); remove one or change its name"]],
    ],
    [
      "equal keys by default",
      "Container",
      ports({ containerPort: 1, protocol: "TCP" }, { containerPort: 1 }),
      [
        [
          "ports[1]",
          "has the containerPort and protocol of ports[0] (1, TCP); remove one or change its containerPort and protocol",
        ],
      ],
    ],
    [
      "a key of the list's own items in a hole before them",
      "Container",
      { name: "a", env: [one({ name: "A" }, { name: "B" }), { name: "B" }] },
      [["env[0]", "has the name of env[1] (B); remove one or change its name"]],
    ],
  ])("%s", (_, type, body, want) => {
    expect(bodyErrors(body, type, hole)).toEqual(want.map(([path, problem]) => ({ path, problem })));
  });

  test("an unknown type", () => {
    expect(() => bodyErrors({}, "Deploymnt", hole)).toThrow(/Kubernetes type "Deploymnt": .*Deployment/);
  });
});

function ports(...items: readonly unknown[]): unknown {
  return { name: "a", ports: items };
}
