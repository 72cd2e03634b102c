import { always, and } from "../../../expressions/condition.ts";
import { string } from "../../../expressions/text.ts";
import type { Document } from "../../../template/document.ts";
import { items } from "../../../template/each.ts";
import { component } from "../../../topology/component.ts";
import { configMap, configuration } from "../../../topology/config-map.ts";
import { deployment } from "../../../topology/deployment.ts";
import { mainContainer, settingsOf } from "../../../topology/pod.ts";
import { endpoint, portOf, service } from "../../../topology/service.ts";
import { given } from "../values.ts";
import { foxctlAccount } from "./access.ts";
import { chatSecrets } from "./chat-secrets.ts";
import { chatApart, onTeams, webhookExposed } from "./conditions.ts";
import { directories } from "./directories.ts";
import { chatVariables, containerEnvironment, environment } from "./environment.ts";
import { chatPlatform, ingressController } from "./outside.ts";
import { processConnections, retentionContainer, webProbes } from "./process.ts";

const { chat: adapter, core, image } = given;

const config = configuration({
  suffix: "chat-config",
  file: "chat/config-map",
  component: "chat",
  enabled: chatApart,
  sets: [...environment, chatVariables],
});

/** The chat adapter beside several web pods: a bot must have one client only (reference foxctl.md, quirk Q30). */
export const chat = component({
  name: "chat",
  suffix: "chat",
  description: "The chat adapter beside several web pods: one pod, since a bot must have one client only.",
  enabled: chatApart,
  listeners: { http: { port: 8080 } },
  sharedConnections: processConnections,
  connections: [{ to: chatPlatform, when: always }],
  admissions: [{ from: ingressController, listener: "http", when: webhookExposed }],
  configuration: config,
  sharedEnvironment: containerEnvironment,
  secrets: chatSecrets(always),
  directories,
});

/** Where the adapter's process answers. */
export const chatHttp = endpoint(chat, "http");

const main = mainContainer(chat, {
  values: core,
  image,
  sharedProbes: webProbes,
  body: {
    args: ["web", "serve", `--port=${portOf(chatHttp)}`, string`--chat=${adapter.adapter}`, items(core.extraArgs)],
  },
});

export const chatDocuments: readonly Document[] = [
  configMap(config),
  deployment(chat, {
    ...settingsOf(core.pod),
    serviceAccount: foxctlAccount,
    replicas: 1,
    recreate: always,
    containers: { foxctl: main, ...retentionContainer(chat, core) },
  }),
  { ...service(chat, { type: "ClusterIP" }), condition: and(chat.enabled, onTeams) },
];
