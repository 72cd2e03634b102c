import { dnsSubdomain } from "../../../kubernetes/patterns.ts";
import { externalSecretsValues } from "../../../topology/external-secret-values.ts";
import { type KeyOptions, secretValues } from "../../../topology/secret-source.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { group } from "../../../values/group.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

/** A service key is one entry of a list that commas separate (reference arizuko.md, section 4.1). */
const serviceKey = (daemon: string): KeyOptions => ({
  key: `AUTHD_SERVICE_KEY_${daemon.toUpperCase()}`,
  description: `The key with which ${daemon} asks authd for tokens.`,
  pattern: "[^,\\s]+",
});

/** Sources: seed 003, step 3; reference arizuko.md, sections 2.2, 4.1 and 6. */
export const secrets = group(
  "The Secret that the daemons read. Adapters' credentials are in it too, under the names of their variables.",
  children(
    {
      generate: boolean("Make up what only arizuko itself needs, once, and keep it.", { default: true }),
      existingCredentials: text(
        "Name of a Secret that exists already with what only you know: tokens of adapters, models and sign-in.",
        { pattern: dnsSubdomain, maxLength: 253 },
      ),
    },
    secretValues("The Secret that the daemons read.", {
      secretsKey: { key: "SECRETS_KEY", description: "Key that encrypts stored secrets." },
      authSecret: { key: "AUTH_SECRET", description: "Key that signs sign-in cookies; without it pages are missing." },
      channelSecret: { key: "CHANNEL_SECRET", description: "Accepted as in arizuko's own guide; no code reads it." },
      authdKey: serviceKey("authd"),
      routdKey: serviceKey("routd"),
      runedKey: serviceKey("runed"),
      timedKey: serviceKey("timed"),
      onbodKey: serviceKey("onbod"),
      dashdKey: serviceKey("dashd"),
      webdKey: serviceKey("webd"),
      proxydKey: serviceKey("proxyd"),
      teledKey: serviceKey("teled"),
      slakdKey: serviceKey("slakd"),
      discdKey: serviceKey("discd"),
      mastdKey: serviceKey("mastd"),
      bskydKey: serviceKey("bskyd"),
      reditdKey: serviceKey("reditd"),
      emaidKey: serviceKey("emaid"),
      linkdKey: serviceKey("linkd"),
      whapdKey: serviceKey("whapd"),
      twitdKey: serviceKey("twitd"),
      anthropicApiKey: { key: "ANTHROPIC_API_KEY", description: "API key for the model that agents ask." },
      claudeCodeOauthToken: {
        key: "CLAUDE_CODE_OAUTH_TOKEN",
        description: "Token for the model that agents ask, in place of an API key.",
      },
      openaiApiKey: { key: "OPENAI_API_KEY", description: "API key for OpenAI, for agents." },
      codexApiKey: { key: "CODEX_API_KEY", description: "API key for Codex, for agents." },
      githubClientSecret: { key: "GITHUB_CLIENT_SECRET", description: "Secret of the GitHub client for sign-in." },
      googleClientSecret: { key: "GOOGLE_CLIENT_SECRET", description: "Secret of the Google client for sign-in." },
      discordClientSecret: { key: "DISCORD_CLIENT_SECRET", description: "Secret of the Discord client for sign-in." },
      surrogateGithubClientSecret: {
        key: "SURROGATE_GITHUB_CLIENT_SECRET",
        description: "Secret of the GitHub client on behalf of users.",
      },
      otlpHeaders: {
        key: "OTEL_EXPORTER_OTLP_HEADERS",
        description: "Headers for the telemetry collector, such as its token.",
      },
    }).children,
  ),
);

/** Source: seed 003, "secret management with External Secrets". */
export const externalSecrets = externalSecretsValues({
  create: boolean("Whether the chart makes the store, a SecretStore, under that name.", { default: false }),
  provider: oneOf("Where a store of the chart's own reads from.", {
    options: ["aws", "vault", "gcp"],
    default: "aws",
  }),
  aws: group("AWS Secrets Manager, with the role of the account (IRSA).", {
    region: text("Region.", { default: "us-east-1", minLength: 1 }),
    role: text("Role to take on beyond the account's own.", { example: "arn:aws:iam::123456789012:role/arizuko" }),
  }),
  vault: group("HashiCorp Vault, with the account's token.", {
    server: text("Address of Vault.", { example: "https://vault.example.com:8200", pattern: "https?://[^ ]+" }),
    path: text("Where the KV engine is mounted.", { default: "secret", minLength: 1 }),
    version: oneOf("Version of the KV engine.", { options: ["v1", "v2"], default: "v2" }),
    authPath: text("Where the Kubernetes auth method is mounted.", { default: "kubernetes", minLength: 1 }),
    role: text("Role at Vault.", { default: "arizuko", minLength: 1 }),
    caSecret: text("Secret whose key ca.crt holds the certificate that Vault's is signed by.", {
      pattern: dnsSubdomain,
    }),
  }),
  gcp: group("GCP Secret Manager, with the account's Workload Identity.", {
    projectId: text("Project of the secrets.", { example: "my-project" }),
    clusterProjectId: text("Project of the cluster; empty for that of the secrets."),
    clusterLocation: text("Location of the cluster.", { example: "europe-west1" }),
    clusterName: text("Name of the cluster.", { example: "production" }),
  }),
});

/** How the pod follows rotated secrets. */
export const rotation = group("How the pod comes to use Secrets that something else changed.", {
  reloader: boolean("Ask the Reloader controller to restart the pod when its Secret or ConfigMap changes.", {
    default: false,
  }),
  restartedAt: text("Any new text restarts the pod, for clusters without Reloader.", { example: "2026-11-01" }),
});
