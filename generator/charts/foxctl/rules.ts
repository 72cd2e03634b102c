import { and, atLeast, equals, hasEntries, isSet, not, or } from "../../expressions/condition.ts";
import { forbid, type Rule } from "../../rules/rule.ts";
import { exposureRules } from "../../topology/exposure-rules.ts";
import {
  exposed,
  onDiscord,
  onOwnDatabase,
  onPostgres,
  onS3,
  onSharedDatabase,
  onTeams,
  onTelegram,
  secondPod,
  secondPods,
  severalCores,
} from "./components/conditions.ts";
import { given } from "./values.ts";

const { storage, core, gateway, chat, secrets, externalSecrets, jido, workspace } = given;

const causes = secondPods.map(([value]) => value).join(", ");

/** Several pods need stores that they share. Source: seed 000, "Multi-Pod Operation". */
const sharedStores: readonly Rule[] = [
  forbid(
    and(secondPod, equals(storage.driver, "sqlite"), not(storage.allowSeparateStores)),
    storage.driver,
    `postgres or turso, because more than one pod opens the stores (${causes}) and SQLite keeps them in each pod apart`,
  ),
  forbid(
    and(secondPod, not(onS3), not(storage.allowSeparateStores)),
    storage.cas.driver,
    `s3, because more than one pod opens the artifacts (${causes}) and other drivers keep them in each pod apart`,
  ),
];

const storageRules: readonly Rule[] = [
  forbid(
    and(onS3, not(isSet(storage.cas.s3.bucket))),
    storage.cas.s3.bucket,
    "the name of the bucket, because storage.cas.driver is s3",
  ),
  forbid(
    and(equals(core.cache.kind, "claim"), not(equals(core.cache.accessMode, "ReadWriteMany")), severalCores),
    core.cache.accessMode,
    "ReadWriteMany, because several web pods would share the claim; or set core.cache.kind to emptyDir",
  ),
];

/** The web pod has no login of its own. Source: reference foxctl.md, section 3.3. */
const loginRules: readonly Rule[] = [
  forbid(
    and(exposed, not(gateway.enabled), not(given.acceptUnauthenticated), not(onTeams)),
    given.acceptUnauthenticated,
    "true, because without the gateway the way in leads to a web pod that has no login; better set gateway.enabled",
  ),
  forbid(
    and(not(equals(core.service.type, "ClusterIP")), not(given.acceptUnauthenticated)),
    core.service.type,
    "ClusterIP, because the web pod has no login; publish the gateway instead, or set acceptUnauthenticated",
  ),
];

const gatewayRules: readonly Rule[] = [
  forbid(
    and(gateway.enabled, not(isSet(gateway.baseUrl))),
    gateway.baseUrl,
    "the address at which people reach the gateway, such as https://gui.example.com",
  ),
  forbid(
    and(gateway.enabled, not(hasEntries(gateway.allowedEmails)), not(gateway.anyoneMaySignIn)),
    gateway.allowedEmails,
    "a list of e-mail addresses; empty, it lets everybody sign in, which needs gateway.anyoneMaySignIn",
  ),
  forbid(
    and(
      gateway.enabled,
      not(gateway.magicLinksLogOnly),
      or(not(isSet(gateway.smtp.host)), not(isSet(gateway.smtp.from))),
    ),
    gateway.magicLinksLogOnly,
    "true, because gateway.smtp.host and gateway.smtp.from are needed to send sign-in links",
  ),
  forbid(
    and(gateway.enabled, equals(gateway.database, "sqlite"), atLeast(gateway.replicas, 2)),
    gateway.database,
    "shared or own, because several gateway pods with a file each would forget each other's sessions",
  ),
  forbid(
    and(gateway.enabled, onSharedDatabase, not(onPostgres)),
    gateway.database,
    "own or sqlite, because storage.driver is not postgres",
  ),
];

type Given = Parameters<typeof isSet>[0];

/** Whether nothing provides a key: no Secret that exists, no store that is read, no value. */
const lacks = ({ existingSecret, remoteKey }: Record<"existingSecret" | "remoteKey", Given>, value: Given) =>
  and(not(isSet(existingSecret)), not(and(externalSecrets.enabled, isSet(remoteKey))), not(isSet(value)));

const { values: provided } = secrets.chat;
const credential = "in secrets.chat.existingSecret, secrets.chat.remoteKey or here";

/** An adapter without credentials starts, warns and does nothing. Source: reference foxctl.md, section 4.4. */
const chatRules: readonly Rule[] = [
  forbid(
    and(onDiscord, lacks(secrets.chat, provided.discordBotToken)),
    provided.discordBotToken,
    `set ${credential}, because chat.adapter is discord`,
  ),
  forbid(
    and(onTelegram, lacks(secrets.chat, provided.telegramBotToken)),
    provided.telegramBotToken,
    `set ${credential}, because chat.adapter is telegram`,
  ),
  forbid(
    and(onTeams, lacks(secrets.chat, provided.teamsClientSecret)),
    provided.teamsClientSecret,
    `set ${credential}, because chat.adapter is teams`,
  ),
  forbid(
    and(onTeams, not(isSet(chat.teams.tenantId))),
    chat.teams.tenantId,
    "the tenant's id, because chat.adapter is teams",
  ),
  forbid(
    and(onTeams, not(isSet(chat.teams.clientId))),
    chat.teams.clientId,
    "the client's id, because chat.adapter is teams",
  ),
];

const otherRules: readonly Rule[] = [
  forbid(
    and(jido.bridge.enabled, not(isSet(jido.bridge.image.repository))),
    jido.bridge.image.repository,
    "the repository of your bridge's image, because none is published",
  ),
  forbid(
    and(workspace.enabled, not(isSet(workspace.gitSync.repository))),
    workspace.gitSync.repository,
    "the address of the repository to fetch, because workspace.enabled is true",
  ),
  forbid(
    and(gateway.enabled, onOwnDatabase, lacks(secrets.gateway, secrets.gateway.values.databaseUrl)),
    secrets.gateway.values.databaseUrl,
    "set in secrets.gateway.existingSecret, secrets.gateway.remoteKey or here, because gateway.database is own",
  ),
];

/** Combinations of values that cannot work. */
export const rules: readonly Rule[] = [
  ...sharedStores,
  ...storageRules,
  ...loginRules,
  ...exposureRules(given),
  ...gatewayRules,
  ...chatRules,
  ...otherRules,
];
