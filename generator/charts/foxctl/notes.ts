import { chart, release } from "../../expressions/builtin.ts";
import { always, equals, not, or } from "../../expressions/condition.ts";
import { string } from "../../expressions/text.ts";
import { fullname, objectName } from "../../kubernetes/names.ts";
import type { Note } from "../../topology/chart.ts";
import { checklistNote } from "../../topology/checklist.ts";
import { unpublishedImageNote } from "../../topology/image-note.ts";
import { secretNotes } from "../../topology/secret-notes.ts";
import { servicePortOf } from "../../topology/service.ts";
import { checklist } from "./checklist.ts";
import { onPostgres } from "./components/conditions.ts";
import { coreHttp } from "./components/core.ts";
import { gatewayHttp } from "./components/gateway.ts";
import { secretSources } from "./components/secrets.ts";
import { given } from "./values.ts";

const { image, core, gateway, embeddingWorker, maintenance, externalSecrets, secrets } = given;

const documented = or(
  equals(core.probes.mode, "exec"),
  equals(core.preStop.mode, "drain"),
  embeddingWorker.enabled,
  maintenance.pagerank.enabled,
  maintenance.sessionCleanup.enabled,
);

export const notes: readonly Note[] = [
  {
    condition: always,
    lines: [string`foxctl ${chart.appVersion} is on its way as ${release.name} in the namespace ${release.namespace}.`],
  },
  ...secretNotes(secretSources, { generate: secrets.generate, external: externalSecrets.enabled }),
  {
    condition: not(gateway.enabled),
    lines: [
      "Reach it, without any login, from here:",
      string`  kubectl -n ${release.namespace} port-forward service/${fullname} 8080:${String(servicePortOf(coreHttp))}`,
    ],
  },
  {
    condition: gateway.enabled,
    lines: [
      string`People sign in at ${gateway.baseUrl}. From here:`,
      string`  kubectl -n ${release.namespace} port-forward \\`,
      string`    service/${objectName("gui-auth-gateway")} 4010:${String(servicePortOf(gatewayHttp))}`,
    ],
  },
  {
    condition: always,
    lines: [
      string`Test it: helm -n ${release.namespace} test ${release.name}`,
      "Ready says that the storage root can be written to, and nothing of database, bucket or providers: for these, look",
      "at the log.",
    ],
  },
  {
    condition: onPostgres,
    lines: [
      "foxctl takes the DSN as a postgres:// address only. Its role makes schemas (CREATE on the database) and, where it is",
      "not there yet, the extension vector. Locks of a session rule out PgBouncer in transaction mode.",
    ],
  },
  checklistNote(checklist),
  unpublishedImageNote("foxctl", image),
  {
    condition: documented,
    lines: [
      "These values run commands of the documented foxctl that today's public source lacks (health, drain, worker or",
      "maintenance commands). For a binary built from that source, add the profile values/foxctl-current.yaml.",
    ],
  },
];
