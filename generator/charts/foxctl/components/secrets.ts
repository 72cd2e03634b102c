import { and, equals, not, or } from "../../../expressions/condition.ts";
import { randomBytes, randomText } from "../../../expressions/text.ts";
import { type SecretSource, secretSource } from "../../../topology/secret-source.ts";
import { given } from "../values.ts";
import {
  onDiscord,
  onOwnDatabase,
  onPostgres,
  onS3,
  onSharedDatabase,
  onTeams,
  onTelegram,
  onTurso,
} from "./conditions.ts";

const { secrets, storage, embedding, rerank, llm, oauth, workspace, gateway } = given;

const mailAuthenticated = and(gateway.enabled, not(gateway.magicLinksLogOnly), gateway.smtp.authenticated);
const gitOver = (way: "https" | "ssh") => and(workspace.enabled, equals(workspace.gitSync.credentials, way));

/** Keys of foxctl itself. Source: seed 000, "Base secrets". */
export const foxctlSecret = secretSource("secrets", "foxctl's own keys", secrets.foxctl, {
  tursoUrl: { needed: onTurso },
  tursoToken: { needed: onTurso },
  embeddingBaseUrl: { needed: equals(embedding.fromSecret, "baseUrlAndApiKey"), optional: true },
  embeddingApiKey: { needed: not(equals(embedding.fromSecret, "none")), optional: true },
  rerankBaseUrl: { needed: equals(rerank.fromSecret, "baseUrlAndApiKey"), optional: true },
  rerankApiKey: { needed: not(equals(rerank.fromSecret, "none")), optional: true },
  oauthEncKey: { needed: oauth.enabled, generate: randomBytes(32) },
  llmApiKey: { needed: llm.apiKeyFromSecret },
});

export const postgresSecret = secretSource("postgres", "the PostgreSQL connection", secrets.postgres, {
  dsn: { needed: or(onPostgres, and(gateway.enabled, onSharedDatabase)) },
});

export const awsSecret = secretSource("aws", "the access key of the S3 bucket", secrets.aws, {
  accessKeyId: { needed: and(onS3, storage.cas.s3.staticKeys) },
  secretAccessKey: { needed: and(onS3, storage.cas.s3.staticKeys) },
});

export const gitSecret = secretSource("git-creds", "the credentials of the workspace's repository", secrets.git, {
  username: { needed: gitOver("https") },
  token: { needed: gitOver("https") },
  sshKey: { needed: gitOver("ssh") },
  knownHosts: { needed: gitOver("ssh") },
});

export const chatSecret = secretSource("chat", "the chat adapter's credentials", secrets.chat, {
  discordBotToken: { needed: onDiscord },
  telegramBotToken: { needed: onTelegram },
  teamsClientSecret: { needed: onTeams },
});

export const gatewaySecret = secretSource("gui-auth-gateway", "the gateway's keys", secrets.gateway, {
  betterAuthSecret: { needed: gateway.enabled, generate: randomText(48) },
  smtpUser: { needed: mailAuthenticated },
  smtpPass: { needed: mailAuthenticated },
  databaseUrl: { needed: and(gateway.enabled, onOwnDatabase) },
});

export const secretSources: readonly SecretSource[] = [
  foxctlSecret,
  postgresSecret,
  awsSecret,
  gitSecret,
  chatSecret,
  gatewaySecret,
];
