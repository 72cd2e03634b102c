import { testSecret } from "../../../topology/test-objects.ts";
import { commit } from "../upstream.ts";

/** The stand-in with the commands that today's public source lacks (ci/stand-ins/README.md). */
export const documentedImage = { tag: `${commit}-documented` } as const;

const labels = { app: "postgres" };

/** What the profiles' prerequisites ask for, by the names under which tests install it along. */
export const standIns = {
  foxctlSecret: testSecret("foxctl-secrets", {
    "turso-url": "libsql://test.example.com",
    "turso-token": "test",
    // 32 zero bytes.
    "oauth-enc-key": `${"A".repeat(43)}=`,
  }),
  postgresSecret: testSecret("postgres-secrets", { dsn: "postgres://test:test@postgres:5432/test" }),
  gatewaySecret: testSecret("gui-auth-gateway-secrets", {
    "better-auth-secret": "test-".repeat(8),
    "smtp-user": "test",
    "smtp-pass": "test",
  }),
  postgres: {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "postgres" },
    spec: {
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [{ name: "postgres", image: "postgres:17" }] } },
    },
  },
  postgresService: {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "postgres" },
    spec: { selector: labels, ports: [{ port: 5432 }] },
  },
} as const;
