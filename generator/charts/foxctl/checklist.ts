import { release } from "../../expressions/builtin.ts";
import { and, equals, hasEntries, moreThan, not, or } from "../../expressions/condition.ts";
import { toText } from "../../expressions/text.ts";
import { attention, type Checklist, check, notApplicable, ok } from "../../topology/checklist.ts";
import { supplied } from "../../topology/secret-check.ts";
import { secretName } from "../../topology/secret-source.ts";
import {
  coreExposed,
  exposed,
  onPostgres,
  onS3,
  onTeams,
  onTurso,
  secondPod,
  severalCores,
} from "./components/conditions.ts";
import { connectionBindings, mostConnections, mostPods, poolsOfProcess } from "./components/connections.ts";
import { cacheClaim } from "./components/directories.ts";
import { webhook } from "./components/exposure.ts";
import { awsSecret, foxctlSecret, postgresSecret } from "./components/secrets.ts";
import { given, values } from "./values.ts";

const { storage, core, gateway, chat, externalSecrets, networkPolicy, observability, serviceAccount } = given;
const { bucket, staticKeys } = storage.cas.s3;
const { limits } = core.resources;
const { memory: usualMemory } = values.children.core.children.resources.children.limits.children;

const onClaim = equals(core.cache.kind, "claim");
const onSqlite = equals(storage.driver, "sqlite");
const external = externalSecrets.enabled;

/** Source: seed 000, "Production Checklist"; reference foxctl.md, sections 3.3 and 3.5. */
export const checklist: Checklist = {
  bindings: connectionBindings,
  checks: [
    check(
      "Storage",
      [
        [and(onSqlite, secondPod), attention`several pods have a SQLite of their own each, and know different things`],
        [and(onSqlite, onClaim), ok`one pod, with SQLite on the claim ${cacheClaim.name}`],
        [
          onSqlite,
          attention`SQLite in an emptyDir, as in values/local.yaml, is lost with the pod; set core.cache.kind to claim,
          or take values/postgres.yaml`,
        ],
        [onTurso, ok`Turso, as in values/base.yaml; values/postgres.yaml is the recommended setup`],
      ],
      ok`PostgreSQL, as in values/postgres.yaml and values/public-gui.yaml`,
    ),
    check(
      "Database",
      [
        ...supplied(postgresSecret, { what: "the DSN", key: postgresSecret.keys.dsn, when: onPostgres, external }),
        ...supplied(foxctlSecret, {
          what: "the address of Turso",
          key: foxctlSecret.keys.tursoUrl,
          when: onTurso,
          external,
        }),
      ],
      notApplicable`SQLite has no address and no password`,
    ),
    check(
      "Connections",
      [
        [not(onPostgres), notApplicable`there is no PostgreSQL`],
        [
          moreThan(mostConnections, storage.postgres.serverConnections),
          attention`up to ${mostConnections}, of ${mostPods} pods with ${String(poolsOfProcess)} pools each, and the server
          takes ${storage.postgres.serverConnections}: lower storage.postgres.maxConnections or raise max_connections
          (storage.postgres.serverConnections)`,
        ],
      ],
      ok`up to ${mostConnections} of the server's ${storage.postgres.serverConnections}, and more while pods are replaced`,
    ),
    check(
      "Artifacts",
      [
        [and(onS3, staticKeys), ok`in the bucket ${bucket}, with the keys in the Secret ${secretName(awsSecret)}`],
        [
          and(onS3, or(hasEntries(serviceAccount.annotations), not(equals(networkPolicy.cloudIdentity, "none")))),
          ok`in the bucket ${bucket}, with the cloud identity of the pods`,
        ],
        [
          onS3,
          attention`in the bucket ${bucket}, but pods have neither keys (storage.cas.s3.staticKeys) nor a role
          (serviceAccount.annotations, networkPolicy.cloudIdentity)`,
        ],
        [onClaim, ok`beside the stores, on the claim ${cacheClaim.name}`],
      ],
      attention`in an emptyDir, lost with the pod; set core.cache.kind to claim, or storage.cas.driver to s3`,
    ),
    check(
      "Orchestration",
      [
        [
          severalCores,
          attention`events, boards and consoles stay in the web pod that has them, whatever the database, and are lost
          with it; keep a browser on one pod (ingress.nginx.affinity)`,
        ],
        [not(onClaim), attention`events and boards (v2_events.db) are lost with the pod; set core.cache.kind to claim`],
      ],
      ok`events and boards are on the claim ${cacheClaim.name}`,
    ),
    check(
      "Sign-in",
      [
        [gateway.enabled, ok`people come through the gateway; the web pod itself has no login`],
        [
          or(coreExposed, not(equals(core.service.type, "ClusterIP"))),
          attention`whoever reaches the way in rules foxctl: the web pod has no login; see gateway.enabled`,
        ],
      ],
      ok`the web pod has no login, and nothing leads to it from outside of the cluster`,
    ),
    check(
      "Network policies",
      [
        [
          networkPolicy.enabled,
          ok`only connections that are in use are open, if the cluster enforces policies; ports and addresses other than
          the usual go into networkPolicy`,
        ],
      ],
      attention`every pod of the cluster reaches the web pod, which has no login; see networkPolicy.enabled`,
    ),
    check(
      "Observability",
      [
        [
          observability.retention.enabled,
          ok`${observability.directory} keeps ${observability.retention.days} days within ${storage.scratch.logs}`,
        ],
      ],
      attention`${observability.directory} only grows, and beyond ${storage.scratch.logs} the pod is evicted; see
      observability.retention`,
    ),
    check(
      "Limits",
      [
        [
          equals(toText(limits.memory), usualMemory.default),
          attention`the web pod has the usual ${limits.memory} of memory; compare kubectl -n ${release.namespace} top pods`,
        ],
      ],
      ok`the web pod has ${limits.memory} of memory by your own choice`,
    ),
    check(
      "Rollback",
      [[onSqlite, ok`with helm -n ${release.namespace} rollback ${release.name}, while the pod starts anew`]],
      attention`helm -n ${release.namespace} rollback ${release.name} leaves the database as the newer foxctl made it;
      back it up before upgrades`,
    ),
    check(
      "Chat webhook",
      [
        [equals(chat.adapter, "none"), notApplicable`there is no chat adapter`],
        [and(onTeams, exposed), ok`Teams reaches POST ${webhook} through the way in`],
        [onTeams, attention`Teams cannot reach POST ${webhook}; see ingress and httpRoute`],
      ],
      notApplicable`the adapter for ${chat.adapter} connects by itself`,
    ),
  ],
};
