import { absolutePath } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { oneOf } from "../../../values/one-of.ts";
import { quantity } from "../../../values/quantity.ts";
import { text } from "../../../values/text.ts";

/** Where foxctl keeps its state. Source: seed 000, "Environment Variables" and "Multi-Pod Operation". */
export const storage = group("Where foxctl keeps its state.", {
  driver: oneOf("Database of the stores (FOXCTL_DB_DRIVER). Several pods need postgres or turso.", {
    options: ["sqlite", "postgres", "turso"],
    default: "sqlite",
  }),
  root: text(
    "Storage root (FOXCTL_STORAGE_ROOT): a directory that is there and writable, such as a volume's own root.",
    {
      default: "/var/cache/foxctl",
      pattern: absolutePath,
      minLength: 2,
    },
  ),
  postgres: group("PostgreSQL. The connection string is in secrets.postgres.", {
    maxConnections: integer("Most open connections of each store in each pod (FOXCTL_POSTGRES_MAX_CONNS).", {
      default: 5,
      minimum: 1,
    }),
    maxIdleConnections: integer("Most idle connections of each store in each pod (FOXCTL_POSTGRES_MAX_IDLE_CONNS).", {
      default: 2,
      minimum: 1,
    }),
    serverConnections: integer("max_connections of the server, which notes hold against what the pods may open.", {
      default: 100,
      minimum: 1,
    }),
    requireVector: boolean("Refuse to start without the pgvector extension (FOXCTL_POSTGRES_REQUIRE_VECTOR).", {
      default: false,
    }),
  }),
  cas: group("Content-addressed storage, for artifacts.", {
    driver: oneOf("Where artifacts are kept (FOXCTL_CAS_DRIVER). Several pods need s3.", {
      options: ["sqlite", "file", "s3"],
      default: "sqlite",
    }),
    s3: group("The S3 bucket. Static keys are in secrets.aws; without them the pod's cloud identity is used.", {
      bucket: text("Name of the bucket (FOXCTL_CAS_S3_BUCKET).", { example: "foxctl-cas-production", maxLength: 63 }),
      region: text("Region (FOXCTL_CAS_S3_REGION and AWS_REGION).", { default: "us-east-1", minLength: 1 }),
      endpoint: text("Address of a store other than Amazon's (FOXCTL_CAS_S3_ENDPOINT).", {
        example: "https://minio.storage.svc:9000",
        pattern: "https?://.+",
      }),
      prefix: text("What object keys begin with (FOXCTL_CAS_S3_PREFIX).", { default: "cas/" }),
      forcePathStyle: boolean("Name the bucket in the path, as MinIO wants (FOXCTL_CAS_S3_FORCE_PATH_STYLE).", {
        default: false,
      }),
      disableSsl: boolean("Talk plain HTTP to the endpoint (FOXCTL_CAS_S3_DISABLE_SSL).", { default: false }),
      staticKeys: boolean("Sign in with the access key in secrets.aws rather than with the pod's cloud identity.", {
        default: false,
      }),
    }),
  }),
  legacyNames: boolean(
    "Also set the names that older releases of foxctl read: TURSO_URL, FOXCTL_CAS_BACKEND and FOXCTL_CAS_BUCKET.",
    { default: false },
  ),
  allowSeparateStores: boolean(
    "Accept several pods that each keep a state of their own, which then differ. For experiments.",
    { default: false },
  ),
  scratch: group("Volumes of every foxctl pod that live as long as the pod.", {
    cache: quantity("Size of the cache, which is also home and storage root.", { default: "1Gi" }),
    logs: quantity("Size of the directory for observability data.", { default: "500Mi" }),
    tmp: quantity("Size of /tmp.", { default: "100Mi" }),
  }),
});
