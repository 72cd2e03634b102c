import { and, type Condition, equals, hasKey, isSet, not, or } from "../../expressions/condition.ts";
import { forbid, needInEntries, type Rule } from "../../rules/rule.ts";
import { exposureRules } from "../../topology/exposure-rules.ts";
import {
  withDiscord,
  withGithub,
  withGoogle,
  withHostSocket,
  withOauth,
  withOtlp,
  withSurrogate,
} from "./components/conditions.ts";
import { credentials } from "./components/credentials.ts";
import { routes } from "./components/routes.ts";
import { agentsCredentials } from "./components/secrets.ts";
import { given } from "./values.ts";

const { secrets, externalSecrets, oauth, proxyd, hostDataDir, telemetry, publicUrl, authBaseUrl } = given;
const { values: provided } = secrets;

const where = "here, or in a Secret that secrets.existingCredentials or secrets.remoteKey names";

/** Whether nothing provides the credentials that values can have: no Secret that exists, no store that is read. */
const onlyValues: readonly Condition[] = [
  not(isSet(secrets.existingSecret)),
  not(isSet(secrets.existingCredentials)),
  not(and(externalSecrets.enabled, isSet(secrets.remoteKey))),
];

type Provided = Parameters<typeof isSet>[0];
const lacks = (value: Provided): readonly Condition[] => [...onlyValues, not(isSet(value))];

/** Without its credentials an adapter ends as it starts. Source: reference arizuko.md, section 2.3. */
const credentialRules: readonly Rule[] = Object.values(credentials).flatMap((keys) => {
  const needed = Object.values(keys).filter(({ optional }) => !optional);
  const fields = needed.map(({ value }) => value);
  return needed.slice(0, 1).map((account) => needInEntries(account, and(...onlyValues), fields, `set ${where}`));
});

const credential = (name: keyof typeof agentsCredentials, value: Provided) =>
  forbid(and(agentsCredentials[name], ...lacks(value)), value, `set ${where}, because agents are given ${name}`);

/** Source: reference arizuko.md, section 8. */
const agentRules: readonly Rule[] = [
  credential("ANTHROPIC_API_KEY", provided.anthropicApiKey),
  credential("CLAUDE_CODE_OAUTH_TOKEN", provided.claudeCodeOauthToken),
  credential("OPENAI_API_KEY", provided.openaiApiKey),
  credential("CODEX_API_KEY", provided.codexApiKey),
  forbid(
    and(withHostSocket, not(isSet(hostDataDir))),
    hostDataDir,
    "where the node itself has the instance's folder, because agents.mode is hostSocket and agents would get empty folders",
  ),
];

const client = (condition: Condition, value: Provided, id: string) =>
  forbid(and(condition, ...lacks(value)), value, `set ${where}, because ${id} is set`);

const signInRules: readonly Rule[] = [
  client(withGithub, provided.githubClientSecret, "oauth.github.clientId"),
  client(withGoogle, provided.googleClientSecret, "oauth.google.clientId"),
  client(withDiscord, provided.discordClientSecret, "oauth.discord.clientId"),
  client(withSurrogate, provided.surrogateGithubClientSecret, "oauth.surrogateGithub.clientId"),
  forbid(
    and(withOauth, not(isSet(publicUrl)), not(isSet(authBaseUrl))),
    publicUrl,
    "the address at which people reach it, because there is a way to sign in under oauth, which returns there",
  ),
  forbid(
    and(oauth.telegram, not(hasKey(given.adapters.teled.accounts, "telegram"))),
    oauth.telegram,
    "false, because adapters.teled.accounts has no account `telegram`, whose bot people would sign in with",
  ),
];

const storeRules: readonly Rule[] = [
  forbid(
    and(externalSecrets.enabled, not(isSet(secrets.remoteKey))),
    secrets.remoteKey,
    "the entry of the store that the instance's secrets are kept in, because externalSecrets.enabled is true",
  ),
  forbid(
    and(externalSecrets.store.create, not(equals(externalSecrets.store.kind, "SecretStore"))),
    externalSecrets.store.kind,
    "SecretStore, because externalSecrets.store.create makes one of that kind",
  ),
  forbid(
    and(
      externalSecrets.enabled,
      externalSecrets.store.create,
      equals(externalSecrets.store.provider, "vault"),
      not(isSet(externalSecrets.store.vault.server)),
    ),
    externalSecrets.store.vault.server,
    "the address of Vault, because externalSecrets.store.provider is vault",
  ),
  ...(["projectId", "clusterLocation", "clusterName"] as const).map((name) =>
    forbid(
      and(
        externalSecrets.enabled,
        externalSecrets.store.create,
        equals(externalSecrets.store.provider, "gcp"),
        not(isSet(externalSecrets.store.gcp[name])),
      ),
      externalSecrets.store.gcp[name],
      "set, because externalSecrets.store.provider is gcp",
    ),
  ),
];

const otherRules: readonly Rule[] = [
  forbid(
    or(...[...new Set(routes.map(({ path }) => path))].map((path) => hasKey(proxyd.routes, path))),
    proxyd.routes,
    "without the paths that are arizuko's own",
  ),
  forbid(
    and(telemetry.otlp.headersFromSecret, withOtlp, ...lacks(provided.otlpHeaders)),
    provided.otlpHeaders,
    `set ${where}, because telemetry.otlp.headersFromSecret is true`,
  ),
  forbid(
    and(telemetry.metrics.podMonitor.enabled, not(telemetry.metrics.enabled)),
    telemetry.metrics.podMonitor.enabled,
    "false, because telemetry.metrics.enabled is false and there are no figures",
  ),
];

/** Combinations of values that cannot work. */
export const rules: readonly Rule[] = [
  ...credentialRules,
  ...agentRules,
  ...signInRules,
  ...storeRules,
  ...exposureRules(given),
  ...otherRules,
];
