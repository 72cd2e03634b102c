import { production } from "./production.ts";
import { documentedCommands, profile } from "./profile.ts";
import { documentedImage, standIns } from "./stand-ins.ts";

/** Source: seed 000, "PostgreSQL Overlay"; reference foxctl.md, section 2. */
export const postgres = profile({
  name: "postgres",
  purpose: "Production: PostgreSQL and S3, shared by three or more replicas.",
  prerequisites: [
    "A Secret `postgres-secrets` whose key `dsn` holds a postgres:// address of a database with pgvector.",
    "An S3 bucket `foxctl-cas-production` in us-west-2, and rights to it for the pods (serviceAccount.annotations).",
    "A metrics server, for autoscaling.",
  ],
  remarks: [documentedCommands],
  values: {
    storage: {
      driver: "postgres",
      postgres: { maxConnections: 20, requireVector: true },
      cas: { driver: "s3", s3: { bucket: "foxctl-cas-production", region: "us-west-2" } },
    },
    secrets: { postgres: { existingSecret: "postgres-secrets" } },
    core: {
      replicas: 3,
      probes: { mode: "http" },
      preStop: { mode: "drain" },
      autoscaling: { enabled: true },
    },
    ...production,
  },
  ci: { values: { image: documentedImage, extraObjects: { "postgres-secrets": standIns.postgresSecret } } },
});
