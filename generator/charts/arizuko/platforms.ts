/** The first channel of each adapter, which all of its channels' names begin with. Source: reference arizuko.md, 2.3. */
export const channels = {
  teled: "telegram",
  slakd: "slack",
  discd: "discord",
  mastd: "mastodon",
  bskyd: "bluesky",
  reditd: "reddit",
  emaid: "email",
  linkd: "linkedin",
  whapd: "whatsapp",
  twitd: "twitter",
} as const;

export type AdapterName = keyof typeof channels;

/** How many accounts one adapter can have: each has a port of its own. */
export const mostAccounts = 50;
