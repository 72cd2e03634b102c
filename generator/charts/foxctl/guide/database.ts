import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell, yaml } from "../../../topology/markdown.ts";
import { poolsOfProcess } from "../components/connections.ts";
import { postgres } from "../profiles/postgres.ts";
import { values } from "../values.ts";
import { keyName, ownSecrets, release } from "./facts.ts";

const { children } = values.children.storage.children.postgres;
const profiled = postgres.values.storage?.postgres?.maxConnections ?? children.maxConnections.default;

/** Source: reference foxctl.md, section 3.5. */
export const databaseChapter: Chapter = {
  title: "PostgreSQL",
  paragraphs: [
    paragraph(
      "Several pods need stores that they share, and artifacts on S3. The chart brings no database: name yours in a Secret.",
      "As its administrator:",
    ),
    shell(
      "psql <<'SQL'",
      "CREATE ROLE foxctl LOGIN PASSWORD 'VALUE';",
      "CREATE DATABASE foxctl OWNER foxctl;",
      "\\connect foxctl",
      "CREATE EXTENSION IF NOT EXISTS vector;",
      "SQL",
    ),
    shell(
      `kubectl create secret generic ${ownSecrets.postgres} \\`,
      `  --from-literal=${keyName.dsn}='postgres://foxctl:VALUE@postgres.example.com:5432/foxctl?sslmode=require'`,
      `helm upgrade --install ${release} charts/foxctl -f values/postgres.yaml`,
    ),
    bullets(
      "The DSN is an address (`postgres://` or `postgresql://`). The form with keywords (`host=… user=…`) is refused, and so " +
        "is a password with characters that an address has to encode.",
      "foxctl makes a schema for each store and migrates it as it starts, so its role needs CREATE on the database.",
      "The extension vector has to be there, or the role must be allowed to create it. " +
        "`storage.postgres.requireVector` makes foxctl refuse to start without.",
      "Migrations hold a lock of their session. PgBouncer in transaction mode does not keep that; session mode does.",
      "Network policies let pods go to port 5432 of any address. Another port goes into `networkPolicy.postgres.ports`.",
    ),
    "### How many connections",
    paragraph(
      `Each process has ${poolsOfProcess} pools (fifteen stores and the turn lock), each of`,
      `\`storage.postgres.maxConnections\` connections at most: ${poolsOfProcess} times ${children.maxConnections.default} by default and`,
      `${poolsOfProcess} times ${profiled} in \`values/postgres.yaml\`, in each web pod, worker, workspace and running job. Notes count`,
      "them for your values, with autoscalers at their most, and hold them against",
      "`storage.postgres.serverConnections`, which is what the server takes:",
    ),
    shell(`psql -c 'SHOW max_connections'`),
    yaml("storage:", "  postgres:", `    maxConnections: 2`, `    serverConnections: 500`),
    paragraph(
      "Real use is far below that, since pools open what they need and close what is idle for half an hour. It is the",
      "worst hour that counts. While an update replaces pods there are more of them.",
    ),
    "### What is not in it",
    paragraph(
      "Orchestration (events, boards, workers) stays in a SQLite file of each web pod, `v2_events.db` in the storage root,",
      "whatever the database. With several web pods each has its own, and with an emptyDir it goes with the pod. Consoles and",
      "event streams are in the process. So a browser has to come back to the pod that it was on: ingress-nginx is told so",
      "by `ingress.nginx.affinity`, other controllers by annotations of yours. One web pod avoids it, as",
      "`values/public-gui.yaml` has it, and with `core.cache.kind` `claim` orchestration outlives it.",
    ),
  ],
};
