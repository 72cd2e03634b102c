import { chart, release } from "../../expressions/builtin.ts";
import { always, and, equals, isSet, not, or } from "../../expressions/condition.ts";
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

const port = portOf(coreHttp);

/** A key that somebody has to put into a Secret: neither given as a value nor made up by the chart. */
function missing(source: SecretSource, { name, value, needed, generate }: SecretKey): Note {
  const made = generate ? and(secrets.generate, clusterAnswers) : not(always);
  return {
    condition: and(
      needed,
      or(
        isSet(source.existing),
        and(not(isSet(value)), not(and(externalSecrets.enabled, isSet(source.remoteKey))), not(made)),
      ),
    ),
    lines: [string`  ${secretName(source)}: ${name}`],
  };
}

export const notes: readonly Note[] = [
  {
    condition: always,
    lines: [string`foxctl ${chart.appVersion} is on its way as ${release.name} in the namespace ${release.namespace}.`],
  },
  {
    condition: not(gateway.enabled),
    lines: [
      "",
      "Reach it, without any login, from here:",
      string`  kubectl -n ${release.namespace} port-forward service/${fullname} 8080:${String(port)}`,
    ],
  },
  {
    condition: gateway.enabled,
    lines: [
      "",
      string`People sign in at ${gateway.baseUrl}. From here:`,
      string`  kubectl -n ${release.namespace} port-forward \\`,
      string`    service/${objectName("gui-auth-gateway")} 4010:${String(portOf(gatewayHttp))}`,
    ],
  },
  {
    condition: always,
    lines: ["", string`Test it: helm -n ${release.namespace} test ${release.name}`],
  },
  {
    condition: and(equals(image.repository, "foxctl"), not(isSet(image.registry))),
    lines: [
      "",
      "The image `foxctl` is not published anywhere: build it from its source and load it into the nodes or push it to",
      "a registry, then set image.registry and image.repository. The README says how.",
    ],
  },
  {
    condition: documented,
    lines: [
      "",
      "These values run commands of the documented foxctl that today's public source lacks (health, drain, worker or",
      "maintenance commands). For a binary built from that source, add the profile values/foxctl-current.yaml.",
    ],
  },
  {
    condition: or(
      ...secretSources.flatMap((source) => Object.values<SecretKey>(source.keys).map(({ needed }) => needed)),
    ),
    lines: ["", "Pods wait for what these Secrets lack:"],
  },
  ...secretSources.flatMap((source) => Object.values<SecretKey>(source.keys).map((key) => missing(source, key))),
  {
    condition: or(
      ...secretSources.flatMap((source) => Object.values<SecretKey>(source.keys).map(({ needed }) => needed)),
    ),
    lines: [
      string`Create one with: kubectl -n ${release.namespace} create secret generic NAME --from-literal=KEY=VALUE`,
    ],
  },
];
