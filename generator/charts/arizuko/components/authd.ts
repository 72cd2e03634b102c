import { always, type Condition, hasEntries } from "../../../expressions/condition.ts";
import { join } from "../../../expressions/text.ts";
import { textBlock } from "../../../template/text-block.ts";
import { when, whenSet } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { credentialsName, fromSecret, type SecretVariable } from "../../../topology/secret-source.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { type AdapterName, channels } from "../platforms.ts";
import { given } from "../values.ts";
import { hasAccounts, onboarding, withAgents, withDiscord, withGithub, withGoogle, withOauth } from "./conditions.ts";
import { authBase } from "./configuration.ts";
import { daemon, healthOf, loopbackUnlessMetrics } from "./daemon.ts";
import { dataDirectory, partsOfData, scratch } from "./data.ts";
import { oauthProviders } from "./outside.ts";
import { urlOfDaemon } from "./ports.ts";
import { arizukoSecret } from "./secrets.ts";

const { oauth, image, authd: values } = given;

/** Who has a key, and when. */
const holders: readonly (readonly [daemon: CoreName | AdapterName, when: Condition])[] = [
  ["routd", always],
  ["runed", withAgents],
  ["timed", withAgents],
  ["onbod", onboarding],
  ["dashd", always],
  ["webd", always],
  ["proxyd", always],
  ...(Object.keys(channels) as AdapterName[]).map((name) => [name, hasAccounts(name)] as const),
];
type CoreName = "routd" | "runed" | "timed" | "onbod" | "dashd" | "webd" | "proxyd";

const keyVariable = (name: string) => `AUTHD_SERVICE_KEY_${name.toUpperCase()}`;

/** Each holder's key in a variable of its own, for the list of all to refer to. Source: reference arizuko.md, 4.1. */
const keys: Readonly<Record<string, SecretVariable>> = Object.fromEntries(
  holders.map(([name, condition]) => [keyVariable(name), fromSecret(arizukoSecret, `${name}Key`, { when: condition })]),
);

const listOfKeys = textBlock(
  ...holders.map(([name, condition]) => when<string>(condition, `service:${name}=$(${keyVariable(name)}),`)),
);

export const authd = daemon("authd", {
  metered: true,
  description: "Signs the tokens with which daemons and people show who they are.",
  connections: [{ to: oauthProviders, when: withOauth }],
  variables: {
    ...plainVariables({
      DATA_DIR: dataDirectory,
      LISTEN_ADDR: loopbackUnlessMetrics("authd"),
      AUTHD_SERVICE_KEYS: listOfKeys,
      GRANTS_URL: urlOfDaemon("routd"),
      AUTH_BASE_URL: whenSet(authBase),
      GITHUB_CLIENT_ID: when<string>(withGithub, oauth.github.clientId),
      GITHUB_ALLOWED_ORG: whenSet(oauth.github.allowedOrg, withGithub),
      GOOGLE_CLIENT_ID: when<string>(withGoogle, oauth.google.clientId),
      GOOGLE_ALLOWED_EMAILS: when<string>(
        hasEntries(oauth.google.allowedEmails),
        join(oauth.google.allowedEmails, ","),
      ),
      DISCORD_CLIENT_ID: when<string>(withDiscord, oauth.discord.clientId),
    }),
    TELEGRAM_BOT_TOKEN: when(oauth.telegram, {
      valueFrom: { secretKeyRef: { name: credentialsName(arizukoSecret), key: "TELEGRAM_BOT_TOKEN" } },
    }),
  },
  secrets: {
    ...keys,
    AUTH_SECRET: fromSecret(arizukoSecret, "authSecret", { when: always }),
    GITHUB_CLIENT_SECRET: fromSecret(arizukoSecret, "githubClientSecret", { when: withGithub }),
    GOOGLE_CLIENT_SECRET: fromSecret(arizukoSecret, "googleClientSecret", { when: withGoogle }),
    DISCORD_CLIENT_SECRET: fromSecret(arizukoSecret, "discordClientSecret", { when: withDiscord }),
  },
  // SQLite writes large intermediate results there.
  directories: scratch("authd"),
  mounts: partsOfData("store/authd"),
});

export const authdContainer = mainContainer(authd, {
  values,
  image,
  sharedProbes: healthOf("authd"),
  body: { command: ["/usr/local/bin/authd"], restartPolicy: "Always" },
});
