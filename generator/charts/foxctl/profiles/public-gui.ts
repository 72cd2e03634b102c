import { postgres } from "./postgres.ts";
import { documentedCommands, profile } from "./profile.ts";
import { documentedImage, standIns } from "./stand-ins.ts";

/** Source: seed 000, "Public GUI hosting"; reference foxctl.md, sections 2.2 and 2.3. */
export const publicGui = profile({
  name: "public-gui",
  purpose: "Public hosting: PostgreSQL and S3 behind the gateway that people sign in at, with one web pod.",
  prerequisites: [
    ...postgres.prerequisites.slice(0, 2),
    "A Secret `gui-auth-gateway-secrets` with the keys better-auth-secret, smtp-user and smtp-pass.",
    "A host name for gateway.baseUrl and ingress.hosts, a mail server, and an Ingress controller of class nginx.",
  ],
  remarks: [documentedCommands, "Console sessions live in the web pod, hence one of them."],
  values: {
    ...postgres.values,
    secrets: {
      ...postgres.values.secrets,
      gateway: { existingSecret: "gui-auth-gateway-secrets" },
    },
    core: { replicas: 1, probes: { mode: "http" }, preStop: { mode: "drain" } },
    gateway: {
      enabled: true,
      replicas: 2,
      database: "shared",
      baseUrl: "https://gui.example.com",
      allowedEmails: ["operator@example.com"],
      smtp: { host: "smtp.example.com", from: "gui-agent@example.com" },
    },
    ingress: { enabled: true, hosts: ["gui.example.com"], tls: { enabled: true } },
  },
  ci: {
    values: {
      image: documentedImage,
      extraObjects: {
        "postgres-secrets": standIns.postgresSecret,
        "gateway-secrets": standIns.gatewaySecret,
        postgres: standIns.postgres,
        "postgres-service": standIns.postgresService,
      },
    },
  },
});
