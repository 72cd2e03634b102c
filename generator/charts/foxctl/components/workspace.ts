import type { IEnvVar, IVolumeMount } from "kubernetes-models/v1";
import { always, equals, not } from "../../../expressions/condition.ts";
import { string } from "../../../expressions/text.ts";
import { common } from "../../../kubernetes/common-values.ts";
import { imageName } from "../../../kubernetes/image.ts";
import { resources } from "../../../kubernetes/resources.ts";
import type { Document } from "../../../template/document.ts";
import type { Templated } from "../../../template/hole.ts";
import { when } from "../../../template/when.ts";
import { component } from "../../../topology/component.ts";
import { configMap, configuration } from "../../../topology/config-map.ts";
import { deployment } from "../../../topology/deployment.ts";
import { type ContainerBody, mainContainer, settingsOf } from "../../../topology/pod.ts";
import { secretKeyRef, secretName } from "../../../topology/secret-source.ts";
import { endpoint, portOf } from "../../../topology/service.ts";
import { variables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { foxctlAccount } from "./access.ts";
import { directories } from "./directories.ts";
import { containerEnvironment, environment } from "./environment.ts";
import { gitServer } from "./outside.ts";
import { processConnections, retentionContainer, webProbes } from "./process.ts";
import { gitSecret } from "./secrets.ts";

const { workspace: values, image } = given;
const { gitSync } = values;

const root = "/workspace";
const link = "current";
const credentials = "/etc/git-secret";

const config = configuration({
  suffix: "workspace-config",
  file: "workspace/config-map",
  component: "workspace",
  enabled: values.enabled,
  sets: [...environment, variables({ FOXCTL_WORKSPACE: `${root}/${link}` })],
});

const overSsh = equals(gitSync.credentials, "ssh");
const overHttps = equals(gitSync.credentials, "https");

/** foxctl beside a checkout. Source: reference foxctl.md, section 1.10; seed 000, "Workspace deployment". */
export const workspace = component({
  name: "workspace",
  suffix: "workspace",
  description: "A foxctl of its own beside a checkout of a Git repository, which git-sync keeps up to date.",
  enabled: values.enabled,
  listeners: { http: { port: 8080 }, "git-sync": { port: 8081 } },
  sharedConnections: processConnections,
  connections: [{ to: gitServer, when: always }],
  configuration: config,
  sharedEnvironment: containerEnvironment,
  directories: {
    ...directories,
    workspace: { path: root, volume: { emptyDir: { sizeLimit: values.size } }, readOnly: true, when: always },
  },
  volumes: {
    "git-sync-tmp": { emptyDir: { sizeLimit: "100Mi" } },
    "git-credentials": when(overSsh, {
      secret: {
        secretName: secretName(gitSecret),
        defaultMode: 0o440,
        items: [
          { key: gitSecret.keys.sshKey.name, path: "ssh" },
          { key: gitSecret.keys.knownHosts.name, path: "known_hosts" },
        ],
      },
    }),
  },
  furtherSecrets: [{ secret: gitSecret, when: not(equals(gitSync.credentials, "none")) }],
});

const http = endpoint(workspace, "http");

const main = mainContainer(workspace, {
  values,
  image,
  ports: ["http"],
  sharedProbes: webProbes,
  body: {
    args: ["web", "serve", `--port=${portOf(http)}`],
  },
});

const gitPort = portOf(endpoint(workspace, "git-sync"));

const credential = (name: string, key: "username" | "token"): Templated<IEnvVar> => ({
  name,
  valueFrom: { secretKeyRef: secretKeyRef(gitSecret, gitSecret.keys[key]) },
});

/** SSH looks up its user, and 65533 is the one that git-sync's image has; it starts before foxctl and stays. */
const sync: ContainerBody = {
  image: imageName(gitSync.image),
  imagePullPolicy: gitSync.image.pullPolicy,
  restartPolicy: "Always",
  args: [
    string`--repo=${gitSync.repository}`,
    string`--ref=${gitSync.ref}`,
    string`--depth=${gitSync.depth}`,
    string`--period=${gitSync.period}`,
    `--root=${root}`,
    `--link=${link}`,
    `--http-bind=:${gitPort}`,
    "--max-failures=-1",
    when<string>(overSsh, `--ssh-key-file=${credentials}/ssh`),
    when<string>(overSsh, `--ssh-known-hosts-file=${credentials}/known_hosts`),
  ],
  ports: [{ name: "git-sync", containerPort: gitPort, protocol: "TCP" }],
  env: [
    { name: "HOME", value: "/tmp" },
    when<IEnvVar>(overHttps, credential("GITSYNC_USERNAME", "username")),
    when<IEnvVar>(overHttps, credential("GITSYNC_PASSWORD", "token")),
  ],
  startupProbe: { httpGet: { path: "/", port: "git-sync" }, periodSeconds: 2, failureThreshold: 150 },
  resources: resources(gitSync.resources),
  securityContext: {
    runAsUser: when<number>(not(common.openshift), 65533),
    runAsGroup: when<number>(not(common.openshift), 65533),
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
  },
  volumeMounts: [
    { name: "workspace", mountPath: root },
    { name: "git-sync-tmp", mountPath: "/tmp" },
    when<IVolumeMount>(overSsh, {
      name: "git-credentials",
      mountPath: credentials,
      readOnly: true,
    }),
  ],
};

export const workspaceDocuments: readonly Document[] = [
  configMap(config),
  deployment(workspace, {
    ...settingsOf(values.pod),
    serviceAccount: foxctlAccount,
    replicas: 1,
    recreate: always,
    initContainers: { "git-sync": sync },
    containers: { foxctl: main, ...retentionContainer(workspace, values) },
  }),
];
