import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IConfigMap, IContainer, IEnvVar, IService } from "kubernetes-models/v1";
import { release } from "../../../generator/expressions/builtin.ts";
import { always, and, equals, hasEntries, isSet, not } from "../../../generator/expressions/condition.ts";
import { join, string, toText } from "../../../generator/expressions/text.ts";
import { labels, podLabels, selectorLabels } from "../../../generator/kubernetes/labels.ts";
import { objectName } from "../../../generator/kubernetes/names.ts";
import { forbid } from "../../../generator/rules/rule.ts";
import type { Document } from "../../../generator/template/document.ts";
import { each, entriesOf } from "../../../generator/template/each.ts";
import type { Templated } from "../../../generator/template/hole.ts";
import { keyedList } from "../../../generator/template/keyed-list.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import { when } from "../../../generator/template/when.ts";
import type { Chart, Profile } from "../../../generator/topology/chart.ts";
import { component } from "../../../generator/topology/component.ts";
import { configMap, configuration, configurationName } from "../../../generator/topology/config-map.ts";
import { secret } from "../../../generator/topology/secret.ts";
import { fromSecret, secretSource } from "../../../generator/topology/secret-source.ts";
import { secretVariables } from "../../../generator/topology/secret-variables.ts";
import { variables } from "../../../generator/topology/variables.ts";
import { callerOf, type Place } from "../../../generator/values/place.ts";
import { global, openshift, secrets, server, values } from "./values.ts";

const here = (): Place => callerOf(here);
const place = here();

export const source = secretSource("credentials", "what the server needs", secrets.server, {
  token: { needed: always },
});

const environment = configuration({
  suffix: "config",
  file: "server/config-map",
  component: "server",
  enabled: always,
  sets: [
    variables({
      DEMO_VERBOSE: toText(server.verbose),
      DEMO_RATIO: toText(server.ratio),
      DEMO_PATH: server.path,
      DEMO_HOST: when<string>(isSet(server.address), server.address),
      DEMO_FIXED: "yes",
    }),
  ],
});

export const serverComponent = component({
  name: "server",
  suffix: "",
  description: "The server of the demo.",
  enabled: always,
  listeners: { http: { port: 8080 } },
  configuration: environment,
  secrets: { DEMO_TOKEN: fromSecret(source, "token", { when: always }) },
});

const deploymentBody: Templated<IDeployment> = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: objectName(""), labels: labels("server") },
  spec: {
    replicas: server.replicas,
    selector: { matchLabels: selectorLabels("server") },
    template: {
      metadata: { labels: podLabels("server", server.labels) },
      spec: {
        imagePullSecrets: global.imagePullSecrets,
        tolerations: server.tolerations,
        affinity: server.affinity,
        containers: keyedList<IContainer, "name">("name", {
          server: {
            image: "demo:1",
            args: [
              when<string>(equals(server.mode, "on"), "--on"),
              when<string>(openshift, "--openshift"),
              string`--modules=${join(server.modules, ",")}`,
              string`--registry=${global.imageRegistry}`,
            ],
            envFrom: [{ configMapRef: { name: configurationName(environment) } }],
            env: keyedList<IEnvVar, "name">(
              "name",
              { POD: { value: "1" }, ...secretVariables(serverComponent.secrets) },
              server.env,
            ),
            resources: { limits: { cpu: server.cpuLimit as never, memory: server.memory as never } },
          },
        }),
      },
    },
  },
};

const route = entriesOf(server.routes, "route");
const serviceBody: Templated<IService> = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: objectName("http"), labels: labels("server") },
  spec: {
    ports: [
      { name: "http", port: 80 },
      each(route, { name: route.key, port: route.value.weight, appProtocol: route.value.host }),
    ],
    externalName: string`${release.name}`,
    selector: selectorLabels("server"),
  },
};

const extra: Templated<IConfigMap> = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: objectName("routes"), labels: labels() },
  data: mapping({ hosts: "none" }, server.labels),
};

const document = (file: string, body: Document["body"], condition: Document["condition"] = always): Document => ({
  file,
  comment: "A document of the demo.",
  condition,
  bindings: [],
  body,
  place,
});

export const demoProfile: Profile<typeof values> = {
  name: "demo-large",
  purpose: "More of everything.",
  prerequisites: ["A Secret named `x`."],
  remarks: [],
  layer: false,
  ci: { values: { server: { replicas: 1 } } },
  values: { server: { replicas: 3, mode: "on" }, commonLabels: { team: "yes" } },
  place,
};

/** A chart for tests. */
export const demo: Chart<typeof values> = {
  metadata: {
    name: "demo",
    description: "A chart for tests.",
    version: "0.1.0",
    appVersion: "24e8335",
    kubeVersion: ">=1.33.0-0",
    home: "https://example.com",
    sources: ["https://example.com/source"],
    keywords: ["demo"],
  },
  releases: [{ version: "0.1.0", changes: [{ kind: "added", description: "Everything." }] }],
  values,
  rules: [
    forbid(
      and(equals(server.mode, "exec"), not(server.verbose), hasEntries(server.routes)),
      server.mode,
      "http, because routes need it",
    ),
  ],
  components: [serverComponent],
  secrets: [source],
  documents: [
    document("server/deployment", deploymentBody),
    document("server/service", serviceBody, hasEntries(server.routes)),
    document("server/routes", extra, isSet(server.address)),
    configMap(environment),
    secret(source, { generate: always, external: always }),
  ],
  profiles: [demoProfile],
  guide: [{ title: "Images", paragraphs: ["There is none."] }],
  notes: [
    { condition: always, lines: ["Hello.", string`Release ${release.name}.`] },
    { condition: server.verbose, lines: ["It is verbose: {{ really }}."] },
  ],
};
