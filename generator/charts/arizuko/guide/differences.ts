import type { Chapter } from "../../../topology/chart.ts";
import { paragraph, proseTable } from "../../../topology/markdown.ts";
import { ports } from "../components/ports.ts";
import { appSource } from "../components/system.ts";
import { graceSeconds, keyName } from "./facts.ts";

type Difference = readonly [guide: string, chart: string, why: string];

/** Sources: seed 003; reference arizuko.md, section 7, whose rows these are; arizuko-observed.md. */
const wiring: readonly Difference[] = [
  ["DATA_DIR is set nowhere", "set for every daemon that reads it", "authd, routd and dashd end without it"],
  [
    "routd, timed, onbod, dashd and proxyd on 8080",
    `a port for each; 8080 is timed's, routd has ${ports.routd}, runed ${ports.runed}`,
    "containers of a pod share ports, and timed cannot be told another one",
  ],
  [
    "LISTEN_ADDR for every daemon",
    "the variable that each one reads: PROXYD_LISTEN, WEBD_LISTEN, ONBOD_LISTEN_ADDR, DASH_PORT",
    "others ignore LISTEN_ADDR",
  ],
  [
    "one AUTHD_SERVICE_KEY for all",
    `one for each, such as ${keyName("webdKey")}, and AUTHD_SERVICE_KEYS for authd`,
    "authd takes a key for one daemon only; with one for all, every exchange is refused",
  ],
  ["ROUTER_URL in troubleshooting only", "set wherever it is read", "timed and adapters end without it"],
  [
    "AUTHD_URL for routd and runed",
    "set for all, and never empty",
    "onbod and adapters end without it; proxyd, dashd and webd let everybody in",
  ],
  ["no paths of databases", "ONBOD_DB_PATH, ROUTD_DB_PATH, DB_PATH, RUNED_DB_PATH", "onbod ends without them"],
  [
    "no AUTH_SECRET, no AUTH_BASE_URL, no way to sign in",
    "made up, derived from `publicUrl`, and `oauth`",
    "without, pages behind a login answer 404",
  ],
  ["CHANNEL_SECRET as the adapters' password", "accepted and handed to nobody", "no code reads it"],
  [
    "runed always, without Docker",
    "runed with `agents.mode` `dind` or `hostSocket` only",
    "it ends where no Docker engine answers within 10 s, and the pod is never ready",
  ],
  [
    "HOST_APP_DIR is /workspace",
    `${appSource} (\`hostAppDir\`), and APP_SRC_DIR the same`,
    "no image has /workspace, and skills are then missing without a word",
  ],
  [
    "webd and vited in the table, not in the Deployment; no routes",
    "webd, `vited.enabled`, and all routes of proxyd",
    "without routes there is no dashboard, no chat and no webhook",
  ],
  [
    "adapters without LISTEN_URL and AUTHD_SERVICE_NAME",
    "both, and CHANNEL_NAME",
    "routd calls back at LISTEN_URL, and drops who does not answer; the key belongs to the daemon's name",
  ],
];

const operation: readonly Difference[] = [
  [
    "rolling updates, “old pods drain before new ones start”",
    "strategy Recreate, 0 or 1 replica by schema",
    "a rolling update starts the new one first: two writers on one database",
  ],
  [
    "`arizuko create` at each start, “skips re-seeding”",
    "once, with marks of its begin and end; an empty .env",
    "a second time it undoes settings of the group main and brings deleted tasks back; and it writes keys to the volume",
  ],
  [
    "no securityContext",
    "uid 1000, read-only root, no capabilities; Pod Security restricted without agents",
    "agents have uid 1000 and could not write to files of root",
  ],
  [
    "no key for a model",
    `${keyName("anthropicApiKey")} or ${keyName("claudeCodeOauthToken")}, for runed only`,
    "agents cannot ask one without it",
  ],
  [
    "`image: arizuko:latest`",
    "`image`, with the commit as tag and IfNotPresent",
    "latest is pulled from Docker Hub each time, where there is none",
  ],
  [
    "proxyd binds 80 and 443; PROXYD_TLS_CERT, PROXYD_TLS_KEY",
    "plain HTTP on one port; TLS ends at the Ingress",
    "no code reads these variables",
  ],
  [
    "ExternalSecret of v1beta1",
    "v1; `externalSecrets.apiVersion` for v1beta1",
    "operators since 0.17 do not serve v1beta1",
  ],
  [
    "a SecretStore that names an account, and none is made",
    "`serviceAccount`, with annotations, for the pod and the store",
    "the store could not sign in",
  ],
  [
    "an ExternalSecret with three keys that owns the Secret",
    "every key that is enabled",
    "the others would be missing",
  ],
  [
    "WEB_HOST with scheme",
    "the bare host, and AUTH_BASE_URL with it, both from `publicUrl`",
    "arizuko's own instances have the bare host, and sign-in needs the address",
  ],
  ["“base64-encode every value” over stringData", "the chart encodes", "stringData is plain; twice encoded is wrong"],
  [
    "readiness by authd and routd",
    "startup and liveness for each daemon, readiness by proxyd alone",
    "their health is a fixed answer; no platform's outage may take the pod out of its Service",
  ],
  [
    "the whole volume in every container",
    "all of it for routd, runed, the engine and init-data; folders for the others",
    "a daemon needs no other's database",
  ],
  [
    "KIND in the pod as the engine",
    "not offered; a profile for a KIND cluster instead",
    "runed runs `docker`, and a KIND node has containerd",
  ],
  [
    "`CONTAINER_BACKEND=kubernetes` is on its way",
    "no such value",
    "neither code nor a design for it exists in arizuko",
  ],
];

const further: readonly Difference[] = [
  [
    "the whole ConfigMap and Secret in every container",
    "each container has the variables that its daemon reads",
    "a bug in one adapter must not tell the tokens of all",
  ],
  [
    "“authd must be first”",
    "authd, the engine and routd come up before the others and end after them",
    "webd and adapters end where routd or authd does not answer; turns under way need routd until their end",
  ],
  [
    "`#observe` stops what no agent answers",
    "so it does for platforms; chats, webhooks and timed are left out without agents",
    "these never ask the table of routes, and would be tried again for ever",
  ],
  [
    "daemons on every address",
    "the loopback address where they can, and network policies",
    "timed believes headers; davd, vited and the engine ask nobody for a login",
  ],
  [
    "routes by PROXYD_ROUTES_JSON (Docker Compose)",
    "stored at each start by `arizuko packages`",
    "proxyd ignores the variable once it has routes; it also stores bad ones before it checks",
  ],
  [
    "nothing restarts webd",
    "liveness probes of webd, whapd and twitd ask whether routd still knows them",
    "they register once, and a restarted routd has forgotten them",
  ],
  [
    "30 s to end",
    `\`agents.shutdownGraceSeconds\` and 30 s more, ${graceSeconds} s by default`,
    "turns under way would be cut off",
  ],
  [
    "SECRETS_KEY for routd",
    "for dashd too",
    "dashd stores users' secrets, and without the key in plain (so it does under Docker Compose)",
  ],
  [
    "state of adapters in the data directory",
    "a folder for each account",
    "teled makes none, and two accounts would share one file",
  ],
  [
    "the daemons' names as Service links",
    "enableServiceLinks is off",
    "a Service called dash would set DASH_PORT to an address",
  ],
];

const head = ["arizuko's guide", "The chart", "Why"] as const;

export const differencesChapter: Chapter = {
  title: "Differences from arizuko's own guide",
  paragraphs: [
    paragraph(
      "arizuko has a guide for Kubernetes. Applied as printed, none of its containers stays up. The chart keeps its",
      "structure, its names and its variables, and differs where arizuko's code asks for it, at the commit above.",
    ),
    "### How daemons find each other",
    proseTable(head, ...wiring),
    "### How they are run",
    proseTable(head, ...operation),
    "### What showed when they ran",
    proseTable(head, ...further),
  ],
};
