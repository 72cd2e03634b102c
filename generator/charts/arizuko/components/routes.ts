import type { IConfigMap } from "kubernetes-models/v1";
import { always, type Condition, equals, hasEntries, not } from "../../../expressions/condition.ts";
import { digest, join, string, toText } from "../../../expressions/text.ts";
import { labels } from "../../../kubernetes/labels.ts";
import { type Document, document } from "../../../template/document.ts";
import { each, entriesOf } from "../../../template/each.ts";
import { fragment, helper, printed } from "../../../template/helper.ts";
import type { Templated } from "../../../template/hole.ts";
import { textBlock } from "../../../template/text-block.ts";
import { when } from "../../../template/when.ts";
import { channels } from "../platforms.ts";
import { given } from "../values.ts";
import { accounts } from "./accounts.ts";
import { onboarding, withAgents, withChats } from "./conditions.ts";
import { type DaemonName, urlOfDaemon } from "./ports.ts";
import { routesName } from "./system.ts";

const { proxyd, davd } = given;

/** Where proxyd sends requests for a path: exactly it, or, where it ends in a slash, all below it. */
interface Route {
  readonly path: string;
  readonly to: DaemonName;
  readonly auth: "public" | "user";
  readonly stripPrefix?: boolean;
  readonly when: Condition;
}

const route = (to: DaemonName, auth: Route["auth"], condition: Condition, ...paths: readonly string[]) =>
  paths.map((path): Route => ({ path, to, auth, when: condition }));

/** Source: reference arizuko.md, section 4.4. */
export const routes: readonly Route[] = [
  ...route("dashd", "user", always, "/dash/"),
  ...route("onbod", "user", onboarding, "/dash/onbod/"),
  ...route("timed", "user", withAgents, "/dash/timed/"),
  ...route("webd", "user", always, "/pair/", "/me", "/me/", "/panel/", "/api/", "/x/", "/static/", "/mcp"),
  ...route("webd", "public", withChats, "/chat/", "/hook/", "/slink/"),
  ...route("onbod", "public", onboarding, "/onboard", "/onboard/", "/invite/"),
  { path: "/dav/", to: "davd", auth: "user", stripPrefix: true, when: davd.enabled },
];

const [first, ...others] = routes.map(({ path, to, auth, stripPrefix, when: condition }) => ({
  condition,
  line: JSON.stringify({ path, backend: urlOfDaemon(to), auth, ...(stripPrefix && { strip_prefix: true }) }),
}));

const { slakd } = accounts;

/**
 * Slack signs what it sends, so proxyd hands these headers on as they are. The first workspace is told `/slack/events`,
 * another one `/slack-‹name›/slack/events`.
 */
const slackRoute = textBlock(
  string`,{"path":"/slack${slakd.suffix}/","auth":"public",`,
  string`  "backend":"http://127.0.0.1:${slakd.port}",`,
  when<string>(not(equals(slakd.key, channels.slakd)), '  "strip_prefix":true,'),
  '  "preserve_headers":["X-Slack-Signature","X-Slack-Request-Timestamp"]}',
);

const own = entriesOf(proxyd.routes, "route");
const { backend, auth, stripPrefix, preserveHeaders } = own.value;
const ownRoute = textBlock(
  string`,{"path":"${own.key}","backend":"${backend}",`,
  string`  "auth":"${auth}","strip_prefix":${toText(stripPrefix)}`,
  when<string>(hasEntries(preserveHeaders), string`  ,"preserve_headers":["${join(preserveHeaders, '","')}"]`),
  "}",
);

const data = helper<{ [file: string]: string }>({
  name: "routes",
  comment: "proxyd's routes, for their file and for the checksum in the pod that stores them.",
  body: {
    "chart-routes.json": textBlock(
      "[",
      first?.line ?? "",
      ...others.map(({ condition, line }) => when<string>(condition, `,${line}`)),
      each<string>(slakd, slackRoute),
      each<string>(own, ownRoute),
      "]",
    ),
  },
});

/** Changes with the routes, so that the pod, which stores them as it starts, starts again. */
export const routesChecksum = digest(printed(data, {}));

const body: Templated<IConfigMap> = {
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: routesName, labels: labels("system") },
  data: fragment(data, {}),
};

export const routesDocument: Document = document({
  file: "system/routes",
  comment: "proxyd's routes, which the pod's start brings the database up to.",
  body,
  condition: always,
});
