import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IContainer, IService } from "kubernetes-models/v1";
import { always, and, equals, isSet } from "../../generator/expressions/condition.ts";
import { type Reference, references } from "../../generator/expressions/reference.ts";
import { string, toText } from "../../generator/expressions/text.ts";
import { commonValues } from "../../generator/kubernetes/common-values.ts";
import { kubernetes } from "../../generator/kubernetes/embedded.ts";
import { labels, podLabels, selectorLabels } from "../../generator/kubernetes/labels.ts";
import { objectName } from "../../generator/kubernetes/names.ts";
import { environmentName, labelKey, labelValue } from "../../generator/kubernetes/patterns.ts";
import { forbid } from "../../generator/rules/rule.ts";
import type { Templated } from "../../generator/template/hole.ts";
import { keyedList } from "../../generator/template/keyed-list.ts";
import { when } from "../../generator/template/when.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { type Component, component, componentDocument } from "../../generator/topology/component.ts";
import { configMap, configuration, configurationName } from "../../generator/topology/config-map.ts";
import { networkPolicies } from "../../generator/topology/network-policy.ts";
import { variables } from "../../generator/topology/variables.ts";
import { boolean } from "../../generator/values/boolean.ts";
import { type Group, group } from "../../generator/values/group.ts";
import { integer } from "../../generator/values/integer.ts";
import { map } from "../../generator/values/map.ts";
import { oneOf } from "../../generator/values/one-of.ts";
import { text } from "../../generator/values/text.ts";

const podLabelsOfUser = map("Labels of the pods.", {
  key: labelKey,
  item: text("The value.", { pattern: labelValue }),
});
const env = map("Further environment variables, by name.", {
  key: environmentName,
  item: kubernetes("EnvVar", "Where its value comes from.", { omit: ["name"] }),
});

/** What a user may set of one component. */
function componentValues(name: string) {
  return group(`The component ${name}.`, {
    enabled: boolean("Whether it is there.", { default: true }),
    replicas: integer("How many pods it has.", { default: 1, minimum: 0 }),
    mode: oneOf("How it runs.", { options: ["off", "slow", "fast"], default: "slow" }),
    host: text("Where it is reached from outside; empty for nowhere.", { maxLength: 253 }),
    labels: podLabelsOfUser,
    env,
  });
}

type Values = Reference<ReturnType<typeof componentValues>>;

/** A chart of so many components, each with a Deployment, a Service, a ConfigMap and a network policy. */
export function growthModel(count: number): Chart {
  const names = Array.from({ length: count }, (_, index) => `part-${index + 1}`);
  const values = group("Values of a chart to measure with.", {
    commonLabels: commonValues.commonLabels,
    parts: group("The components.", Object.fromEntries(names.map((name) => [name, componentValues(name)]))),
  });
  const parts = references(values).parts as Readonly<Record<string, Values>>;
  const components: Component[] = [];
  const documents = names.flatMap((name) => {
    const given = parts[name];
    if (!given) return [];
    const made = partOf(name, given, components.at(-1));
    components.push(made.component);
    return made.documents;
  });
  return {
    metadata: {
      name: "growth",
      description: "A chart to measure with.",
      version: "0.1.0",
      appVersion: "1",
      kubeVersion: ">=1.33.0-0",
      home: "https://example.com",
      sources: [],
      keywords: [],
    },
    values: values as Group,
    rules: Object.values(parts).map(({ mode, host }) =>
      forbid(and(equals(mode, "off"), isSet(host)), mode, "slow or fast, because it is reached from outside"),
    ),
    components,
    secrets: [],
    releases: [{ version: "0.1.0", changes: [{ kind: "added", description: "All of it." }] }],
    documents: [...documents, ...networkPolicies({ enabled: always, components, egress: [] })],
    profiles: [],
    guide: [],
    notes: [],
  };
}

/** A component that talks to the one before it. */
function partOf(name: string, given: Values, before: Component | undefined) {
  const environment = configuration({
    suffix: `${name}-config`,
    file: `${name}/config-map`,
    component: name,
    enabled: given.enabled,
    sets: [
      variables({
        MODE: given.mode,
        REPLICAS: toText(given.replicas),
        PUBLIC_URL: when<string>(isSet(given.host), string`https://${given.host}/`),
      }),
    ],
  });
  const part = component({
    name,
    suffix: name,
    description: `The component ${name}.`,
    enabled: given.enabled,
    listeners: { http: { port: 8080 } },
    connections: before ? [{ to: { kind: "endpoint", component: before, listener: "http" }, when: always }] : [],
    configuration: environment,
  });
  const deployment: Templated<IDeployment> = {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: objectName(name), labels: labels(name) },
    spec: {
      replicas: given.replicas,
      selector: { matchLabels: selectorLabels(name) },
      template: {
        metadata: { labels: podLabels(name, given.labels) },
        spec: {
          containers: keyedList<IContainer, "name">("name", {
            [name]: {
              image: "example.com/part:1",
              args: [when<string>(equals(given.mode, "fast"), "--fast")],
              envFrom: [{ configMapRef: { name: configurationName(environment) } }],
              env: keyedList("name", { POD: { value: name } }, given.env),
              ports: [{ name: "http", containerPort: 8080 }],
            },
          }),
        },
      },
    },
  };
  const service: Templated<IService> = {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: objectName(name), labels: labels(name) },
    spec: { selector: selectorLabels(name), ports: [{ name: "http", port: 80, targetPort: "http" }] },
  };
  return {
    component: part,
    documents: [
      componentDocument(part, { file: "deployment", comment: `The pods of ${name}.`, body: deployment }),
      componentDocument(part, { file: "service", comment: `Where ${name} is reached.`, body: service }),
      configMap(environment),
    ],
  };
}
