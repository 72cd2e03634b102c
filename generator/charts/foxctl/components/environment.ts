import type { IEnvVar } from "kubernetes-models/v1";
import { always, and, type Condition, equals, hasEntries, not } from "../../../expressions/condition.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { join, toText } from "../../../expressions/text.ts";
import type { OwnEntries } from "../../../template/keyed-list.ts";
import { when, whenSet } from "../../../template/when.ts";
import { fromSecret, type SecretVariable } from "../../../topology/secret-source.ts";
import { sharedEnvironment } from "../../../topology/shared-environment.ts";
import { sharedVariables, variables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { onDiscord, onPostgres, onS3, onTeams, onTelegram, onTurso } from "./conditions.ts";
import { home } from "./directories.ts";
import { awsSecret, foxctlSecret, postgresSecret } from "./secrets.ts";

const { storage, embedding, rerank, llm, oauth, observability, logging, chat, jido } = given;
const { s3 } = storage.cas;

const listed = (list: Expression<readonly string[]>, also: Condition = always) =>
  when<string>(and(also, hasEntries(list)), join(list, ","));

/** Source: seed 000, "Environment Variables"; reference foxctl.md, sections 3.4, 3.5 and 4.1. */
const storageVariables = sharedVariables("environment.storage", "Where a foxctl process keeps its state.", {
  HOME: home,
  FOXCTL_HOME: home,
  FOXCTL_STORAGE_ROOT: storage.root,
  FOXCTL_DB_DRIVER: storage.driver,
  FOXCTL_POSTGRES_MAX_CONNS: when<string>(onPostgres, toText(storage.postgres.maxConnections)),
  FOXCTL_POSTGRES_MAX_IDLE_CONNS: when<string>(onPostgres, toText(storage.postgres.maxIdleConnections)),
  FOXCTL_POSTGRES_REQUIRE_VECTOR: when<string>(onPostgres, toText(storage.postgres.requireVector)),
  FOXCTL_CAS_DRIVER: storage.cas.driver,
  FOXCTL_CAS_PATH: when<string>(equals(storage.cas.driver, "file"), `${home}/cas`),
  FOXCTL_CAS_S3_BUCKET: when<string>(onS3, s3.bucket),
  FOXCTL_CAS_S3_REGION: when<string>(onS3, s3.region),
  AWS_REGION: when<string>(onS3, s3.region),
  FOXCTL_CAS_S3_ENDPOINT: whenSet(s3.endpoint, onS3),
  FOXCTL_CAS_S3_PREFIX: when<string>(onS3, s3.prefix),
  FOXCTL_CAS_S3_FORCE_PATH_STYLE: when<string>(onS3, toText(s3.forcePathStyle)),
  FOXCTL_CAS_S3_DISABLE_SSL: when<string>(onS3, toText(s3.disableSsl)),
  FOXCTL_CAS_BACKEND: when<string>(storage.legacyNames, storage.cas.driver),
  FOXCTL_CAS_BUCKET: when<string>(and(storage.legacyNames, onS3), s3.bucket),
});

/** Source: reference foxctl.md, section 4.3. */
const providerVariables = sharedVariables("environment.providers", "Whom a foxctl process asks for vectors and text.", {
  FOXCTL_EMBEDDING_PROVIDER: embedding.provider,
  FOXCTL_EMBEDDING_MODEL: embedding.model,
  FOXCTL_EMBEDDING_DIMENSIONS: toText(embedding.dimensions),
  FOXCTL_RERANK_ENABLED: toText(rerank.enabled),
  FOXCTL_RERANK_PROVIDER: rerank.provider,
  FOXCTL_RERANK_MODEL: rerank.model,
  FOXCTL_RERANK_TOP_K: toText(rerank.topK),
  FOXCTL_RERANK_FINAL_K: toText(rerank.finalK),
  FOXCTL_RERANK_SCORE_BLEND: toText(rerank.scoreBlend),
  FOXCTL_RERANK_TIMEOUT: rerank.timeout,
  FOXCTL_LLM_PROVIDER: when<string>(not(equals(llm.provider, "none")), llm.provider),
  FOXCTL_LLM_MODEL: whenSet(llm.model),
  FOXCTL_LLM_BASE_URL: whenSet(llm.baseUrl),
  FOXCTL_LLM_AUTH_MODE: llm.authMode,
  FOXCTL_LLM_AUTH_HEADER: whenSet(llm.authHeader),
  FOXCTL_LLM_AUTH_PREFIX: whenSet(llm.authPrefix),
  FOXCTL_OAUTH_CALLBACK_URL: whenSet(oauth.callbackUrl),
});

/** Source: reference foxctl.md, sections 3.3 and 4.2. */
const observabilityVariables = sharedVariables("environment.observability", "What a foxctl process tells of itself.", {
  FOXCTL_LOGGING_LEVEL: logging.level,
  FOXCTL_LOGGING_FORMAT: logging.format,
  FOXCTL_LOGGING_OUTPUT: logging.output,
  FOXCTL_OBS_DIR: observability.directory,
  FOXCTL_OBS_SAMPLE_RATE: toText(observability.sampleRate),
  FOXCTL_OBS_SLOW_THRESHOLD_MS: toText(observability.slowThresholdMs),
  FOXCTL_OBS_SAMPLE_ERRORS: toText(observability.sampleErrors),
  FOXCTL_OBS_ALWAYS_SAMPLE_SESSIONS: listed(observability.alwaysSampleSessions),
  FOXCTL_OBS_ALWAYS_SAMPLE_WORKSPACES: listed(observability.alwaysSampleWorkspaces),
});

/** What every foxctl process is told. */
export const environment = [storageVariables, providerVariables, observabilityVariables] as const;

const staticKeys = and(onS3, storage.cas.s3.staticKeys);

/** What a process knows of its own pod. */
const podIdentity: OwnEntries<IEnvVar, "name"> = {
  POD_NAME: { valueFrom: { fieldRef: { fieldPath: "metadata.name" } } },
  POD_NAMESPACE: { valueFrom: { fieldRef: { fieldPath: "metadata.namespace" } } },
  POD_IP: { valueFrom: { fieldRef: { fieldPath: "status.podIP" } } },
};

/** What every foxctl process is told in secret. Turso's names are those that the two loaders really read. */
const secrets: Readonly<Record<string, SecretVariable>> = {
  FOXCTL_POSTGRES_DSN: fromSecret(postgresSecret, "dsn", { when: onPostgres }),
  FOXCTL_TURSO_URL: fromSecret(foxctlSecret, "tursoUrl", { when: onTurso }),
  FOXCTL_TURSO_TOKEN: fromSecret(foxctlSecret, "tursoToken", { when: onTurso }),
  TURSO_DATABASE_URL: fromSecret(foxctlSecret, "tursoUrl", { when: onTurso }),
  TURSO_AUTH_TOKEN: fromSecret(foxctlSecret, "tursoToken", { when: onTurso }),
  TURSO_URL: fromSecret(foxctlSecret, "tursoUrl", { when: and(onTurso, storage.legacyNames) }),
  AWS_ACCESS_KEY_ID: fromSecret(awsSecret, "accessKeyId", { when: staticKeys }),
  AWS_SECRET_ACCESS_KEY: fromSecret(awsSecret, "secretAccessKey", { when: staticKeys }),
  FOXCTL_EMBEDDING_BASE_URL: fromSecret(foxctlSecret, "embeddingBaseUrl", {
    when: equals(embedding.fromSecret, "baseUrlAndApiKey"),
    plain: embedding.baseUrl,
  }),
  FOXCTL_EMBEDDING_API_KEY: fromSecret(foxctlSecret, "embeddingApiKey", {
    when: not(equals(embedding.fromSecret, "none")),
  }),
  FOXCTL_RERANK_BASE_URL: fromSecret(foxctlSecret, "rerankBaseUrl", {
    when: equals(rerank.fromSecret, "baseUrlAndApiKey"),
    plain: rerank.baseUrl,
  }),
  FOXCTL_RERANK_API_KEY: fromSecret(foxctlSecret, "rerankApiKey", {
    when: not(equals(rerank.fromSecret, "none")),
  }),
  FOXCTL_LLM_API_KEY: fromSecret(foxctlSecret, "llmApiKey", { when: llm.apiKeyFromSecret }),
  FOXCTL_OAUTH_ENC_KEY: fromSecret(foxctlSecret, "oauthEncKey", { when: oauth.enabled }),
};

/** What stands in every container with a foxctl process. */
export const containerEnvironment = sharedEnvironment(
  "What stands in every container with a foxctl process: what it is told in secret, and what it knows of its own pod.",
  { secrets, variables: podIdentity },
);

const { discord, telegram, teams } = chat;

/** What the process with the chat adapter is told. Source: reference foxctl.md, section 4.4. */
export const chatVariables = sharedVariables(
  "environment.chat",
  "What the chat adapter is told, save what is secret.",
  {
    DISCORD_GUILD_ID: whenSet(discord.guildId, onDiscord),
    DISCORD_ACTIVITY_CHANNEL: whenSet(discord.activityChannel, onDiscord),
    DISCORD_AGENT_CHANNEL: whenSet(discord.agentChannel, onDiscord),
    DISCORD_CHAT_CHANNELS: listed(discord.chatChannels, onDiscord),
    DISCORD_CHAT_PROFILE: whenSet(discord.chatProfile, onDiscord),
    DISCORD_CHAT_SYSTEM_PROMPT: whenSet(discord.chatSystemPrompt, onDiscord),
    TELEGRAM_ACTIVITY_CHAT_ID: whenSet(telegram.activityChatId, onTelegram),
    TELEGRAM_AGENT_CHAT_ID: whenSet(telegram.agentChatId, onTelegram),
    TELEGRAM_CHAT_IDS: listed(telegram.chatIds, onTelegram),
    TELEGRAM_CHAT_PROFILE: whenSet(telegram.chatProfile, onTelegram),
    TELEGRAM_CHAT_SYSTEM_PROMPT: whenSet(telegram.chatSystemPrompt, onTelegram),
    TELEGRAM_MAX_CONCURRENT_MESSAGES: when<string>(onTelegram, toText(telegram.maxConcurrentMessages)),
    TELEGRAM_EDIT_INTERVAL_MS: when<string>(onTelegram, toText(telegram.editIntervalMs)),
    TEAMS_TENANT_ID: when<string>(onTeams, teams.tenantId),
    TEAMS_CLIENT_ID: when<string>(onTeams, teams.clientId),
    TEAMS_CHAT_CONVERSATION_IDS: listed(teams.chatConversationIds, onTeams),
    TEAMS_AGENT_CONVERSATION_ID: whenSet(teams.agentConversationId, onTeams),
    TEAMS_ACTIVITY_FEED_CONVERSATION_ID: whenSet(teams.activityFeedConversationId, onTeams),
    TEAMS_CHAT_PROFILE: whenSet(teams.chatProfile, onTeams),
    TEAMS_CHAT_SYSTEM_PROMPT: whenSet(teams.chatSystemPrompt, onTeams),
    TEAMS_MAX_CONCURRENT_MESSAGES: when<string>(onTeams, toText(teams.maxConcurrentMessages)),
    TEAMS_EDIT_INTERVAL_MS: when<string>(onTeams, toText(teams.editIntervalMs)),
  },
);

/** Where the bridge's socket is. */
export const jidoSocketDirectory = "/run/jido";

/** What the web pod is told of Jido. Source: reference foxctl.md, section 4.5. */
export const jidoVariables = variables({
  FOXCTL_V2_ORCHESTRATION_RUNTIME_BACKEND: when<string>(jido.enabled, "jido", "goruntime"),
  FOXCTL_JIDO_SOCKET: when<string>(jido.enabled, `${jidoSocketDirectory}/jido.sock`),
  FOXCTL_JIDO_RPC_PATH: when<string>(jido.enabled, jido.rpcPath),
  FOXCTL_JIDO_RPC_TIMEOUT_MS: when<string>(jido.enabled, toText(jido.rpcTimeoutMs)),
  FOXCTL_JIDO_SIGNAL_SOURCE: whenSet(jido.signalSource, jido.enabled),
  FOXCTL_JIDO_ORCHESTRATION_PARENT_AGENT_IDS: listed(jido.parentAgentIds, jido.enabled),
  FOXCTL_JIDO_ORCHESTRATION_DISPATCH_PARENT_AGENT_ID: whenSet(jido.dispatchParentAgentId, jido.enabled),
  FOXCTL_JIDO_ORCHESTRATION_SUCCESS_TRACKER_STATE: whenSet(jido.successTrackerState, jido.enabled),
  FOXCTL_JIDO_ORCHESTRATION_POLL_INTERVAL_MS: when<string>(jido.enabled, toText(jido.pollIntervalMs)),
  FOXCTL_JIDO_RETRY_POLICY: whenSet(jido.retryPolicy, jido.enabled),
  FOXCTL_V2_ASK_DISPATCHER: when<string>(jido.enabled, jido.askDispatcher),
  FOXCTL_COMPANION_CONTEXT_PROVIDER: when<string>(and(jido.enabled, equals(jido.contextProvider, "jido")), "jido"),
});
