import type { Chapter } from "../../../topology/chart.ts";
import { bullets, codeCell, paragraph, shell, table, yaml } from "../../../topology/markdown.ts";
import { credentials } from "../components/credentials.ts";
import { adapterPort } from "../components/ports.ts";
import { keepsState } from "../components/system.ts";
import { type AdapterName, channels, mostAccounts } from "../platforms.ts";
import { values } from "../values.ts";
import { credentialsObject, release } from "./facts.ts";

const { adapters } = values.children;

const names = Object.keys(channels) as AdapterName[];

const listed = (texts: readonly string[]) => texts.map(codeCell).join(", ");

function rowOf(name: AdapterName): readonly string[] {
  const fields = Object.entries(adapters.children[name].children.accounts.item.children);
  const plain = fields.filter(([, { kind }]) => kind !== "secret").map(([field]) => field);
  const keys = Object.entries(credentials[name]);
  const required = keys.filter(([, { optional }]) => !optional).map(([key]) => key);
  const optional = keys.filter(([, key]) => key.optional).map(([key]) => key);
  return [
    codeCell(name),
    codeCell(channels[name]),
    listed(plain),
    [listed(required), optional.length > 0 ? `if need be ${listed(optional)}` : ""].filter(Boolean).join("; "),
    keepsState(name) ? codeCell(`store/${name}`) : "nothing",
    String(adapterPort(name)),
  ];
}

export const adaptersChapter: Chapter = {
  title: "Adapters",
  paragraphs: [
    paragraph(
      "An adapter connects a platform. Each of its accounts under `adapters` is a container of its own, named by a",
      "channel: the one in the table, or that with a hyphen and a name (`telegram-support`).",
    ),
    table(
      ["Adapter", "Channel", "Fields of an account", "Keys of the Secret", "Keeps", "First port"],
      names.map(rowOf),
    ),
    "### Two accounts",
    paragraph(
      "The keys of a further account end with what its channel adds, hyphen included. whapd and twitd can have one",
      "account only.",
    ),
    yaml(
      "secrets:",
      `  existingCredentials: ${credentialsObject}`,
      "adapters:",
      "  teled:",
      "    accounts:",
      "      telegram: {}",
      "      telegram-support: {}",
    ),
    shell(
      `kubectl create secret generic ${credentialsObject} \\`,
      "  --from-literal=TELEGRAM_BOT_TOKEN=VALUE \\",
      "  --from-literal=TELEGRAM_BOT_TOKEN-support=VALUE",
    ),
    paragraph(
      "The containers are then `teled` and `teled-support`, the folders `store/teled` and `store/teled-support`. Ports",
      `go up from the first in the order of the channels' names; there can be ${mostAccounts} accounts of any other adapter.`,
    ),
    "### Slack",
    paragraph(
      "Slack sends its events to you. Tell it `https://HOST/slack/events` for the channel `slack`, and",
      "`https://HOST/slack-NAME/slack/events` for `slack-NAME`. proxyd hands the signature on as it came. Every other",
      "adapter connects by itself, so it needs no way in.",
    ),
    "### What to know of them",
    bullets(
      "State must not be lost: without its folder teled delivers the messages of the last 24 hours again, and whapd has " +
        "to be paired again. It is on the data volume.",
      "Never let whapd restart again and again: it damages the session that it stores. No probe asks about the " +
        "platform for that reason.",
      "emaid comes up with a mail server that cannot be reached, and says so in its log only. discd, slakd, reditd, " +
        "linkd, bskyd and teled end, and are started again.",
      "reditd, linkd and the rest talk to public addresses on port 443. Others need `networkPolicy.platforms`, mail " +
        "servers `networkPolicy.mail`.",
    ),
    shell("# logs of one account", `kubectl logs deployment/${release} -c teled-support --tail=30`),
  ],
};
