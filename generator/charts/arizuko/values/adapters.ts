import { containerValues } from "../../../kubernetes/container-values.ts";
import { imageValues } from "../../../kubernetes/image.ts";
import { duration } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { type Children, group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { map } from "../../../values/map.ts";
import { secret } from "../../../values/secret.ts";
import { text } from "../../../values/text.ts";
import { type AdapterName, channels, mostAccounts } from "../platforms.ts";

/**
 * An adapter: its accounts by channel name, and what all of them share. The name begins with that of the platform, so
 * that no two adapters can have channels of one name.
 */
function adapter<const A extends Children>(platform: string, name: AdapterName, account: A) {
  const channel = channels[name];
  return adapterValues(platform, account, {
    description: `Accounts, by channel name: \`${channel}\`, or \`${channel}-\` and a name.`,
    key: `${channel}(-[a-z0-9]+)*`,
    maxEntries: mostAccounts,
  });
}

interface Accounts {
  readonly description: string;
  readonly key: string;
  readonly maxEntries: number;
}

function adapterValues<const A extends Children>(platform: string, account: A, { description, ...limits }: Accounts) {
  return group(
    `Accounts at ${platform}, each in a container of its own.`,
    children(
      {
        accounts: map(description, { item: group("An account.", account), ...limits }),
      },
      containerValues(["20m", "32Mi", "32Mi"], ["500m", "256Mi", "256Mi"]),
    ),
  );
}

/**
 * The same with an image of its own, and what else is not of one account. These programs take no name for their channel,
 * so a second account would take the place of the first (arizuko 131b069, whapd/src/main.ts and twitd/src/main.ts).
 */
function adapterWithImage<const A extends Children, const C extends Children>(
  platform: string,
  name: AdapterName,
  { repository, account, own }: { readonly repository: string; readonly account: A; readonly own: C },
) {
  const channel = channels[name];
  const { description, children: common } = adapterValues(platform, account, {
    description: `The account, by the name of its channel, which is \`${channel}\`.`,
    key: channel,
    maxEntries: 1,
  });
  const image = imageValues("Its image.", { repository });
  return group(description, children(children({ image }, own), common));
}

/** Source: reference arizuko.md, section 2.3. */
export const adapters = group("Platforms that people write to it on.", {
  teled: adapter("Telegram", "teled", {
    botToken: secret("Token of the bot.", { pattern: "[0-9]+:.+" }),
  }),
  slakd: adapter("Slack", "slakd", {
    botToken: secret("Token of the bot.", { pattern: "xox.+" }),
    signingSecret: secret("Secret with which Slack signs its requests."),
  }),
  discd: adapter("Discord", "discd", {
    botToken: secret("Token of the bot."),
    userToken: secret("Token of a user's account, in place of a bot's."),
  }),
  mastd: adapter("Mastodon", "mastd", {
    instanceUrl: text("Address of the server.", {
      pattern: "https?://[^ ]+",
      example: "https://mastodon.example",
      needed: true,
    }),
    accessToken: secret("Access token."),
  }),
  bskyd: adapter("Bluesky", "bskyd", {
    service: text("Address of the server.", { default: "https://bsky.social", pattern: "https?://[^ ]+" }),
    identifier: text("Handle or address of the account.", { example: "ari.example.com", needed: true }),
    password: secret("App password."),
  }),
  reditd: adapter("Reddit", "reditd", {
    subreddits: text("Subreddits to read, by commas.", { example: "selfhosted,kubernetes" }),
    pollInterval: text("How often they are read.", { default: "5m", pattern: duration }),
    userAgent: text("What it calls itself.", { default: "arizuko/1.0" }),
    username: text("User name.", { needed: true }),
    clientId: text("Client id of the app.", { needed: true }),
    clientSecret: secret("Client secret."),
    password: secret("Password."),
  }),
  emaid: adapter("a mail server", "emaid", {
    imapHost: text("Server for mail that comes in.", { example: "imap.example.com", needed: true }),
    imapPort: integer("Its port.", { default: 993, minimum: 1, maximum: 65535 }),
    smtpHost: text("Server for mail that goes out.", { example: "smtp.example.com", needed: true }),
    smtpPort: integer("Its port.", { default: 587, minimum: 1, maximum: 65535 }),
    account: text("Address of the mailbox, with which it signs in.", { example: "ari@example.com", needed: true }),
    password: secret("Password."),
  }),
  linkd: adapter("LinkedIn", "linkd", {
    autoPublish: boolean("Publish without asking.", { default: false }),
    pollInterval: text("How often it is read.", { default: "300s", pattern: duration }),
    clientId: text("Client id of the app.", { needed: true }),
    clientSecret: secret("Client secret."),
    accessToken: secret("Access token."),
    refreshToken: secret("Refresh token."),
  }),
  whapd: adapterWithImage("WhatsApp", "whapd", {
    repository: "arizuko-whatsapp",
    account: {},
    own: {
      phone: text("Phone number that the dashboard pairs with (WHATSAPP_PHONE).", { pattern: "\\+?[0-9]+" }),
    },
  }),
  twitd: adapterWithImage("Twitter", "twitd", {
    repository: "arizuko-twitter",
    own: {},
    account: {
      pollSeconds: integer("How often it is read, in seconds.", { default: 90, minimum: 1 }),
      username: secret("User name."),
      password: secret("Password."),
      email: secret("Address of the account."),
      twoFactorSecret: secret("Secret of the second factor."),
    },
  }),
});
