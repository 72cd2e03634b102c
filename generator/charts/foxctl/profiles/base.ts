import { production } from "./production.ts";
import { documentedCommands, profile } from "./profile.ts";
import { documentedImage, standIns } from "./stand-ins.ts";

/** Source: seed 000, "Base Manifests"; reference foxctl.md, sections 1 and 2. */
export const base = profile({
  name: "base",
  purpose: "The legacy manifests: Turso, three replicas, probes by command, drain.",
  prerequisites: [
    "A Secret `foxctl-secrets` with the keys turso-url, turso-token and oauth-enc-key, and if need be " +
      "embedding-base-url, embedding-api-key, rerank-base-url and rerank-api-key.",
    "An S3 bucket `foxctl-cas` in us-west-2, and rights to it for the pods (serviceAccount.annotations).",
    "A metrics server, for autoscaling.",
  ],
  remarks: [documentedCommands, "The legacy manifests are not the recommended setup: that is values/postgres.yaml."],
  values: {
    storage: {
      driver: "turso",
      cas: { driver: "s3", s3: { bucket: "foxctl-cas", region: "us-west-2" } },
      legacyNames: true,
    },
    secrets: { foxctl: { existingSecret: "foxctl-secrets" } },
    core: {
      replicas: 3,
      probes: { mode: "exec" },
      preStop: { mode: "drain" },
      autoscaling: { enabled: true },
    },
    ...production,
    rbac: { create: true },
  },
  ci: { values: { image: documentedImage, extraObjects: { "foxctl-secrets": standIns.foxctlSecret } } },
});
