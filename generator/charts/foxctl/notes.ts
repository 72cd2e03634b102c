import { chart, release } from "../../expressions/builtin.ts";
import { always, and, type Condition, equals, isSet, never, not, or } from "../../expressions/condition.ts";
import { clusterAnswers } from "../../expressions/lookup.ts";
import { string } from "../../expressions/text.ts";
import { fullname, objectName } from "../../kubernetes/names.ts";
import type { Note } from "../../topology/chart.ts";
import { type SecretKey, type SecretSource, secretName } from "../../topology/secret-source.ts";
import { portOf } from "../../topology/service.ts";
import { coreHttp } from "./components/core.ts";
import { gatewayHttp } from "./components/gateway.ts";
import { secretSources } from "./components/secret-documents.ts";
import { given } from "./values.ts";

const { image, core, gateway, embeddingWorker, maintenance, externalSecrets, secrets } = given;

const documented = or(
  equals(core.probes.mode, "exec"),
  equals(core.preStop.mode, "drain"),
  embeddingWorker.enabled,
  maintenance.pagerank.enabled,
  maintenance.sessionCleanup.enabled,
);

/** Whether somebody has to put a key into its Secret: it is neither given as a value nor made up by the chart. */
function isLeftToUser(source: SecretSource, { value, needed, generate, optional }: SecretKey): Condition {
  const made = generate ? and(secrets.generate, clusterAnswers) : never;
  const fetched = and(externalSecrets.enabled, isSet(source.remoteKey));
  const missing = and(not(isSet(value)), not(fetched), not(made));
  return optional ? never : and(needed, or(isSet(source.existing), missing));
}

/** The command that creates a Secret with the keys that are left to the user. */
function secretNotes(source: SecretSource): readonly Note[] {
  const keys = Object.values<SecretKey>(source.keys).map((key) => ({ key, condition: isLeftToUser(source, key) }));
  const any = or(...keys.map(({ condition }) => condition));
  return [
    {
      condition: any,
      continues: true,
      lines: [
        string`  kubectl -n ${release.namespace} create secret generic --type=Opaque \\`,
        string`    ${secretName(source)} \\`,
      ],
    },
    ...keys.map(({ key, condition }) => ({
      condition,
      continues: true,
      lines: [string`    --from-literal=${key.name}=VALUE \\`],
    })),
    { condition: any, continues: true, lines: ["    --save-config"] },
  ];
}

const leftToUser = secretSources.flatMap((source) =>
  Object.values<SecretKey>(source.keys).map((key) => isLeftToUser(source, key)),
);

export const notes: readonly Note[] = [
  {
    condition: always,
    lines: [string`foxctl ${chart.appVersion} is on its way as ${release.name} in the namespace ${release.namespace}.`],
  },
  {
    condition: or(...leftToUser),
    lines: ["Pods wait for these Secrets, where they are not there yet:"],
  },
  ...secretSources.flatMap(secretNotes),
  {
    condition: not(gateway.enabled),
    lines: [
      "Reach it, without any login, from here:",
      string`  kubectl -n ${release.namespace} port-forward service/${fullname} 8080:${String(portOf(coreHttp))}`,
    ],
  },
  {
    condition: gateway.enabled,
    lines: [
      string`People sign in at ${gateway.baseUrl}. From here:`,
      string`  kubectl -n ${release.namespace} port-forward \\`,
      string`    service/${objectName("gui-auth-gateway")} 4010:${String(portOf(gatewayHttp))}`,
    ],
  },
  {
    condition: always,
    lines: [string`Test it: helm -n ${release.namespace} test ${release.name}`],
  },
  {
    condition: and(equals(image.repository, "foxctl"), not(isSet(image.registry))),
    lines: [
      "The image `foxctl` is not published anywhere: build it from its source and load it into the nodes or push it to",
      "a registry, then set image.registry and image.repository. The README says how.",
    ],
  },
  {
    condition: documented,
    lines: [
      "These values run commands of the documented foxctl that today's public source lacks (health, drain, worker or",
      "maintenance commands). For a binary built from that source, add the profile values/foxctl-current.yaml.",
    ],
  },
];
