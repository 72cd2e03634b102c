import type { IContainer, IEnvVar, ILifecycle } from "kubernetes-models/v1";
import { always, and, equals, hasEntries, moreThan, not, or } from "../../../expressions/condition.ts";
import { string } from "../../../expressions/text.ts";
import { imageName } from "../../../kubernetes/image.ts";
import { resources } from "../../../kubernetes/resources.ts";
import { securityContext } from "../../../kubernetes/security-context.ts";
import type { Document } from "../../../template/document.ts";
import { items } from "../../../template/each.ts";
import type { Maybe } from "../../../template/hole.ts";
import { keyedList } from "../../../template/keyed-list.ts";
import { mapping } from "../../../template/mapping.ts";
import { when, whenSet } from "../../../template/when.ts";
import { autoscaler } from "../../../topology/autoscaler.ts";
import { claimBody } from "../../../topology/claim.ts";
import { component, componentDocument } from "../../../topology/component.ts";
import { configMap, configuration } from "../../../topology/config-map.ts";
import { deployment } from "../../../topology/deployment.ts";
import { disruptionBudget } from "../../../topology/disruption-budget.ts";
import { type ContainerBody, mainContainer, settingsOf } from "../../../topology/pod.ts";
import { endpoint, portOf, service } from "../../../topology/service.ts";
import { anybody } from "../../../topology/sources.ts";
import { variables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { foxctlAccount } from "./access.ts";
import { chatSecrets } from "./chat-secrets.ts";
import { chatInCore, coreExposed, severalCores, sharedState, webhookExposed } from "./conditions.ts";
import { cacheClaim, coreDirectories } from "./directories.ts";
import { chatVariables, containerEnvironment, environment, jidoSocketDirectory, jidoVariables } from "./environment.ts";
import { chatPlatform, clients, ingressController, prometheus } from "./outside.ts";
import { processConnections, retentionContainer, webProbes } from "./process.ts";

const { core: values, chat, image, jido, networkPolicy } = given;

const config = configuration({
  suffix: "config",
  file: "core/config-map",
  component: "core",
  enabled: always,
  sets: [
    ...environment,
    variables({ FOXCTL_WORKSPACE: whenSet(values.workspacePath) }),
    jidoVariables,
    { ...chatVariables, when: chatInCore },
  ],
});

/** The web pod. Source: reference foxctl.md, section 1.1; seed 000, "Base deployment". */
export const core = component({
  name: "core",
  suffix: "",
  description: "The web pod: API, WebSockets, server-sent events and, where it is the only one, the chat adapter.",
  enabled: always,
  listeners: { http: { port: 8080 } },
  sharedConnections: processConnections,
  connections: [{ to: chatPlatform, when: chatInCore }],
  admissions: [
    {
      from: ingressController,
      listener: "http",
      when: or(coreExposed, and(webhookExposed, not(severalCores))),
    },
    { from: clients, listener: "http", when: hasEntries(values.clients) },
    { from: anybody, listener: "http", when: not(equals(values.service.type, "ClusterIP")) },
    { from: prometheus, listener: "http", when: networkPolicy.prometheus.enabled },
  ],
  configuration: config,
  sharedEnvironment: containerEnvironment,
  secrets: chatSecrets(not(severalCores)),
  directories: {
    ...coreDirectories,
    jido: { path: jidoSocketDirectory, volume: { emptyDir: { sizeLimit: "10Mi" } }, when: jido.enabled },
  },
});

/** Where the web pod answers. */
export const coreHttp = endpoint(core, "http");

const lifecycle: Maybe<ILifecycle> = when<ILifecycle>(
  equals(values.preStop.mode, "drain"),
  { preStop: { exec: { command: values.preStop.drainCommand } } },
  when<ILifecycle>(equals(values.preStop.mode, "sleep"), {
    preStop: { sleep: { seconds: values.preStop.sleepSeconds } },
  }),
);

const main = mainContainer(core, {
  values,
  image,
  sharedProbes: webProbes,
  body: {
    args: [
      "web",
      "serve",
      `--port=${portOf(coreHttp)}`,
      when<string>(values.requireAuth, "--require-auth"),
      when<string>(chatInCore, string`--chat=${chat.adapter}`),
      items(values.extraArgs),
    ],
    lifecycle,
  },
});

/** The bridge to Jido serves a socket, so it has to be in the same pod. */
const bridge: ContainerBody = {
  image: imageName(jido.bridge.image),
  imagePullPolicy: jido.bridge.image.pullPolicy,
  args: jido.bridge.args,
  env: keyedList<IEnvVar, "name">(
    "name",
    {
      FOXCTL_JIDO_SOCKET: { value: `${jidoSocketDirectory}/jido.sock` },
      TMPDIR: { value: jidoSocketDirectory },
    },
    jido.bridge.env,
  ),
  resources: resources(jido.bridge.resources),
  securityContext: securityContext(values.securityContext),
  volumeMounts: [{ name: "jido", mountPath: jidoSocketDirectory }],
};

const { cache, disruptionBudget: budget } = values;

export const coreDocuments: readonly Document[] = [
  configMap(config),
  deployment(core, {
    ...settingsOf(values.pod),
    serviceAccount: foxctlAccount,
    replicas: when<number>(not(values.autoscaling.enabled), values.replicas),
    recreate: or(
      not(sharedState),
      chatInCore,
      and(equals(cache.kind, "claim"), not(equals(cache.accessMode, "ReadWriteMany"))),
    ),
    containers: {
      foxctl: main,
      "jido-bridge": when<Omit<IContainer, "name">>(and(jido.enabled, jido.bridge.enabled), bridge),
      ...retentionContainer(core, values),
    },
  }),
  service(core, { type: values.service.type, annotations: mapping(values.service.annotations) }),
  componentDocument(core, {
    file: "persistent-volume-claim",
    comment: "Home, cache and storage root of the web pod, kept on uninstall.",
    condition: and(equals(cache.kind, "claim"), cacheClaim.made),
    body: claimBody(cacheClaim, {
      accessMode: cache.accessMode,
      component: core.name,
      annotations: mapping({ "helm.sh/resource-policy": "keep" }),
    }),
  }),
  autoscaler(core, values.autoscaling),
  disruptionBudget(
    core,
    and(
      budget.enabled,
      or(
        and(values.autoscaling.enabled, moreThan(values.autoscaling.minReplicas, budget.minAvailable)),
        and(not(values.autoscaling.enabled), moreThan(values.replicas, budget.minAvailable)),
      ),
    ),
    { minAvailable: budget.minAvailable },
  ),
];
