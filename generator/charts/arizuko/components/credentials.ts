import type { SecretExpression } from "../../../expressions/expression.ts";
import { string } from "../../../expressions/text.ts";
import type { EntryKey } from "../../../topology/secret-keys.ts";
import type { AdapterName } from "../platforms.ts";
import { accounts } from "./accounts.ts";
import { hasAccounts } from "./conditions.ts";

/** By variable: the key of the Secret that an account's credential is under. */
export type Credentials = Readonly<Record<string, EntryKey>>;

type Fields = Readonly<Record<string, SecretExpression>>;

/** A key is called as the variable, with what tells the account from the adapter's first: `SLACK_BOT_TOKEN-support`. */
function keysOf(name: AdapterName, fields: Fields, optional: boolean): Credentials {
  const { loop, suffix } = accounts[name];
  return Object.fromEntries(
    Object.entries(fields).map(([variable, value]): [string, EntryKey] => [
      variable,
      { loop, name: string`${variable}${suffix}`, value, needed: hasAccounts(name), optional },
    ]),
  );
}

const required = (name: AdapterName, fields: Fields) => keysOf(name, fields, false);
const optional = (name: AdapterName, fields: Fields) => keysOf(name, fields, true);

const { teled, slakd, discd, mastd, bskyd, reditd, emaid, linkd, twitd } = accounts;

/** What accounts sign in with. Source: reference arizuko.md, section 2.3. */
export const credentials: Readonly<Record<AdapterName, Credentials>> = {
  teled: required("teled", { TELEGRAM_BOT_TOKEN: teled.value.botToken }),
  slakd: required("slakd", { SLACK_BOT_TOKEN: slakd.value.botToken, SLACK_SIGNING_SECRET: slakd.value.signingSecret }),
  discd: {
    ...required("discd", { DISCORD_BOT_TOKEN: discd.value.botToken }),
    ...optional("discd", { DISCORD_USER_TOKEN: discd.value.userToken }),
  },
  mastd: required("mastd", { MASTODON_ACCESS_TOKEN: mastd.value.accessToken }),
  bskyd: required("bskyd", { BLUESKY_PASSWORD: bskyd.value.password }),
  reditd: required("reditd", {
    REDDIT_CLIENT_SECRET: reditd.value.clientSecret,
    REDDIT_PASSWORD: reditd.value.password,
  }),
  emaid: required("emaid", { EMAIL_PASSWORD: emaid.value.password }),
  linkd: {
    ...required("linkd", { LINKEDIN_CLIENT_SECRET: linkd.value.clientSecret }),
    ...optional("linkd", {
      LINKEDIN_ACCESS_TOKEN: linkd.value.accessToken,
      LINKEDIN_REFRESH_TOKEN: linkd.value.refreshToken,
    }),
  },
  whapd: {},
  twitd: {
    ...required("twitd", {
      TWITTER_USERNAME: twitd.value.username,
      TWITTER_PASSWORD: twitd.value.password,
      TWITTER_EMAIL: twitd.value.email,
    }),
    ...optional("twitd", { TWITTER_2FA_SECRET: twitd.value.twoFactorSecret }),
  },
};
