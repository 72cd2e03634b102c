import type { IContainer } from "kubernetes-models/v1";
import { always } from "../../../expressions/condition.ts";
import type { Reference } from "../../../expressions/reference.ts";
import { string, toText } from "../../../expressions/text.ts";
import type { ContainerReference } from "../../../kubernetes/container-values.ts";
import type { ImageValues } from "../../../kubernetes/image.ts";
import { each } from "../../../template/each.ts";
import { fragment, type HelperOptions, helper, parametricHelper } from "../../../template/helper.ts";
import type { Templated } from "../../../template/hole.ts";
import { type Computed, computed } from "../../../template/keyed-list.ts";
import { whenSet } from "../../../template/when.ts";
import { type Component, component } from "../../../topology/component.ts";
import type { External } from "../../../topology/connection.ts";
import { namedContainer, type Probes } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { text } from "../../../values/text.ts";
import { type AdapterName, channels, mostAccounts } from "../platforms.ts";
import { given } from "../values.ts";
import { accounts } from "./accounts.ts";
import { hasAccounts } from "./conditions.ts";
import { credentials } from "./credentials.ts";
import { asked, askedThroughout, authority, commonConnections, containerEnvironment } from "./daemon.ts";
import { inData, partsOfData, scratch } from "./data.ts";
import { mail, platforms } from "./outside.ts";
import { adapterPort, urlOfDaemon } from "./ports.ts";
import { knownFunction } from "./registration.ts";
import { coreConnections } from "./routd.ts";
import { arizukoSecret } from "./secrets.ts";
import { keepsState, stateOf, system } from "./system.ts";

const { probes, image, adapters: values } = given;

/** An adapter: the component, and a container for each of its accounts. */
export interface Adapter {
  readonly component: Component;
  readonly containers: Computed<IContainer>;
}

interface AdapterOptions {
  readonly platform: string;
  readonly values: ContainerReference;
  readonly image?: Reference<ImageValues>;
  readonly command?: readonly string[];
  readonly to?: External;
  readonly variables?: Parameters<typeof plainVariables>[0];
  /** Further parts of the data directory. */
  readonly parts?: readonly string[];
  /** Whether it makes itself known to routd once only, as it starts. */
  readonly forgotten?: true;
}

const listensAt = (port: Templated<string>) => ({ exec: { command: ["nc", "-z", "127.0.0.1", port] } });

const adapterProbesHelper = parametricHelper(
  { port: text("Where an adapter listens.") },
  ({ port }): HelperOptions<Probes> => ({
    name: "adapterProbes",
    comment:
      "Whether an adapter comes up, and goes on listening. Whether the platform answers decides nothing: its outage " +
      "must not restart what waits for its end.",
    body: askedThroughout(listensAt(port)),
  }),
);

/** Restarts who is well and yet unknown to routd, such as after routd's own restart or a late pairing. */
function forgottenScript(name: AdapterName): string {
  const port = adapterPort(name);
  return `${knownFunction}nc -z 127.0.0.1 ${port} || exit 1
wget -q -T 2 -t 1 -O /dev/null http://127.0.0.1:${port}/health || exit 0
known ${channels[name]} ${name}
`;
}

/** Whether such an adapter comes up, and goes on being known. */
function knownProbes(name: AdapterName) {
  return {
    startupProbe: asked(probes.startup, listensAt(String(adapterPort(name)))),
    livenessProbe: asked(probes.liveness, { exec: { command: ["/bin/sh", "-c", forgottenScript(name)] } }),
  };
}

/** Source of what all adapters share: reference arizuko.md, section 2.3. */
function adapter(name: AdapterName, options: AdapterOptions): Adapter {
  const {
    platform,
    values: settings,
    command = [`/usr/local/bin/${name}`],
    to = platforms,
    parts = [],
    forgotten,
  } = options;
  const account = accounts[name];
  const state = stateOf(name);
  const described = component({
    name,
    suffix: name,
    description: `Carries messages to and from ${platform}.`,
    enabled: hasAccounts(name),
    within: system,
    listeners: { [name]: { port: adapterPort(name), ports: mostAccounts, loopback: true } },
    connections: [...coreConnections, { to, when: always }, ...commonConnections],
    sharedEnvironment: containerEnvironment,
    variables: plainVariables({
      ...authority,
      AUTHD_SERVICE_NAME: name,
      ROUTER_URL: urlOfDaemon("routd"),
      CHANNEL_NAME: account.key,
      LISTEN_ADDR: string`127.0.0.1:${account.port}`,
      LISTEN_URL: string`http://127.0.0.1:${account.port}`,
      ...(keepsState(name) && { DATA_DIR: inData(state) }),
      ...options.variables,
    }),
    secrets: {
      AUTHD_SERVICE_KEY: fromSecret(arizukoSecret, `${name}Key`, { when: always }),
      ...Object.fromEntries(
        Object.entries(credentials[name]).map(([variable, key]) => [
          variable,
          { secret: arizukoSecret, key, when: always },
        ]),
      ),
    },
    directories: scratch(name),
    mounts: [...(keepsState(name) ? partsOfData(state) : []), ...partsOfData(...parts)],
  });
  const container = namedContainer(described, string`${name}${account.suffix}`, {
    values: settings,
    image: options.image ?? image,
    ports: [],
    ...(forgotten
      ? { body: { command, ...knownProbes(name) } }
      : { sharedProbes: fragment(adapterProbesHelper, { port: string`${account.port}` }), body: { command } }),
  });
  const containers = fragment(
    helper<IContainer[]>({
      name: `containers.${name}`,
      file: `${name}/_containers`,
      comment: `The containers of ${name}, one for each account. ${described.description}`,
      body: [each<IContainer>(account, container)],
    }),
    {},
  );
  return { component: described, containers: computed<IContainer>(`${name}(-.*)?`, containers) };
}

const { bskyd, reditd, emaid, linkd, mastd, twitd } = accounts;

/** Every adapter. Source of each one's variables: reference arizuko.md, section 2.3. */
export const adapters: readonly Adapter[] = [
  adapter("teled", { platform: "Telegram", values: values.teled }),
  adapter("slakd", {
    platform: "Slack",
    values: values.slakd,
    variables: { DB_PATH: inData("store/routd/routd.db") },
    parts: ["store/routd"],
  }),
  adapter("discd", { platform: "Discord", values: values.discd }),
  adapter("mastd", {
    platform: "Mastodon",
    values: values.mastd,
    variables: { MASTODON_INSTANCE_URL: mastd.value.instanceUrl },
  }),
  adapter("bskyd", {
    platform: "Bluesky",
    values: values.bskyd,
    variables: { BLUESKY_SERVICE: bskyd.value.service, BLUESKY_IDENTIFIER: bskyd.value.identifier },
  }),
  adapter("reditd", {
    platform: "Reddit",
    values: values.reditd,
    variables: {
      REDDIT_CLIENT_ID: reditd.value.clientId,
      REDDIT_USERNAME: reditd.value.username,
      REDDIT_SUBREDDITS: whenSet(reditd.value.subreddits),
      REDDIT_POLL_INTERVAL: reditd.value.pollInterval,
      REDDIT_USER_AGENT: reditd.value.userAgent,
    },
  }),
  adapter("emaid", {
    platform: "a mailbox",
    values: values.emaid,
    to: mail,
    variables: {
      EMAIL_IMAP_HOST: emaid.value.imapHost,
      EMAIL_IMAP_PORT: toText(emaid.value.imapPort),
      EMAIL_SMTP_HOST: emaid.value.smtpHost,
      EMAIL_SMTP_PORT: toText(emaid.value.smtpPort),
      EMAIL_ACCOUNT: emaid.value.account,
    },
  }),
  adapter("linkd", {
    platform: "LinkedIn",
    values: values.linkd,
    variables: {
      LINKEDIN_CLIENT_ID: linkd.value.clientId,
      LINKEDIN_POLL_INTERVAL: linkd.value.pollInterval,
      LINKEDIN_AUTO_PUBLISH: toText(linkd.value.autoPublish),
    },
  }),
  adapter("whapd", {
    platform: "WhatsApp",
    values: values.whapd,
    image: values.whapd.image,
    command: ["node", "dist/main.js"],
    forgotten: true,
    variables: { WHATSAPP_AUTH_DIR: inData(stateOf("whapd")) },
  }),
  adapter("twitd", {
    platform: "Twitter",
    values: values.twitd,
    image: values.twitd.image,
    command: ["bun", "dist/main.js"],
    forgotten: true,
    variables: {
      TWITTER_AUTH_DIR: inData(stateOf("twitd")),
      TWITTER_POLL_INTERVAL: toText(twitd.value.pollSeconds),
    },
  }),
];
