import { externalSecretsValues } from "../../../topology/external-secret-values.ts";
import { secretValues } from "../../../topology/secret-source.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";

/** Secrets that components read. Sources: seed 000, "Base secrets"; reference foxctl.md, sections 1.8 and 2.3. */
export const secrets = group("Secrets that components read. An existing Secret wins over values given here.", {
  generate: boolean(
    "Make up keys that only foxctl itself needs (oauth-enc-key, better-auth-secret), once, and keep them.",
    { default: true },
  ),
  foxctl: secretValues("foxctl's own Secret.", {
    tursoUrl: { key: "turso-url", description: "Address of the Turso database." },
    tursoToken: { key: "turso-token", description: "Token for the Turso database." },
    embeddingBaseUrl: { key: "embedding-base-url", description: "Address of the embedding provider." },
    embeddingApiKey: { key: "embedding-api-key", description: "API key of the embedding provider." },
    rerankBaseUrl: { key: "rerank-base-url", description: "Address of the reranking provider." },
    rerankApiKey: { key: "rerank-api-key", description: "API key of the reranking provider." },
    oauthEncKey: {
      key: "oauth-enc-key",
      description: "Key that encrypts OAuth tokens: 32 bytes in base64.",
      pattern: "[A-Za-z0-9+/]{43}=",
    },
    llmApiKey: { key: "llm-api-key", description: "API key of the language model's provider." },
  }),
  postgres: secretValues("The Secret with the PostgreSQL connection.", {
    dsn: {
      key: "dsn",
      description: "Connection string, as a URI; other forms are refused by foxctl.",
      pattern: "postgres(ql)?://.+",
    },
  }),
  aws: secretValues("The Secret with the access key of the S3 bucket.", {
    accessKeyId: { key: "access-key-id", description: "Access key id." },
    secretAccessKey: { key: "secret-access-key", description: "Secret access key." },
  }),
  git: secretValues("The Secret with which the workspace's repository is fetched.", {
    username: { key: "username", description: "User name, over HTTPS." },
    token: { key: "token", description: "Password or token, over HTTPS." },
    sshKey: { key: "ssh", description: "Private key, over SSH." },
    knownHosts: { key: "known_hosts", description: "Host keys of the server, over SSH." },
  }),
  chat: secretValues("The Secret with the chat adapters' credentials.", {
    discordBotToken: { key: "discord-bot-token", description: "Token of the Discord bot." },
    telegramBotToken: { key: "telegram-bot-token", description: "Token of the Telegram bot." },
    teamsClientSecret: { key: "teams-client-secret", description: "Client secret of the Teams app." },
  }),
  gateway: secretValues("The Secret of the gateway.", {
    betterAuthSecret: { key: "better-auth-secret", description: "Key that signs sessions." },
    smtpUser: { key: "smtp-user", description: "User name at the mail server." },
    smtpPass: { key: "smtp-pass", description: "Password at the mail server." },
    databaseUrl: { key: "database-url", description: "Connection string of the gateway's own database." },
  }),
});

/** External Secrets in place of Secrets that Helm writes. */
export const externalSecrets = externalSecretsValues({});
