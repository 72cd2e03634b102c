import { describe, expect, test } from "vitest";
import { charts } from "../../../generator/charts/index.ts";
import { node } from "../../../generator/expressions/expression.ts";
import { pathsIn } from "../../../generator/output/value-paths.ts";
import { nodesOf } from "../../../generator/template/walk.ts";
import type { Chart } from "../../../generator/topology/chart.ts";
import { secretVariablesOf, variablesOf } from "../../../generator/topology/component.ts";
import { codeOf, commandsOf } from "./guide-blocks.ts";

/** Names of variables that no container has: of upstream's manifests and guides, and of what users add. */
const foreign = [
  "API_PORT",
  "ARIZUKO_DEFAULT_MODEL",
  "CONTAINER_TIMEOUT",
  "COST_CAPS_ENABLED",
  "CRACKBOX_ADMIN_API",
  "EGRESS_CRACKBOX",
  "FOXCTL_ACTOR_LEASE_DURATION",
  "FOXCTL_EMBEDDING_BATCH_SIZE",
  "FOXCTL_EMBEDDING_CONCURRENCY",
  "FOXCTL_MAILBOX_POLL_INTERVAL",
  "FOXCTL_V2_EVENTS_DB_DRIVER",
  "HOSTING_DOMAIN",
  "IDLE_TIMEOUT",
  "MOUNT_ALLOWED_ROOTS",
  "PROXYD_ROUTES_JSON",
  "PROXYD_TLS_CERT",
  "PROXYD_TLS_KEY",
  "WEB_PORT",
  "WEB_VHOST_ALIASES",
];

/** Variables of containers and keys of Secrets. */
function namesOf({ components, secrets, values }: Chart): ReadonlySet<string> {
  const variables = components.flatMap((component) => [
    ...[...variablesOf(component), ...secretVariablesOf(component)].map(([name]) => name),
    ...(component.configuration?.sets ?? []).flatMap(({ entries }) => Object.keys(entries)),
  ]);
  const keys = secrets.flatMap(({ keys: all }) =>
    Object.values(all).flatMap(({ name }) => [...pathsIn(nodesOf(name[node]))].map((path) => defaultAt(values, path))),
  );
  return new Set([...variables, ...keys]);
}

function defaultAt(values: Chart["values"], path: string): string {
  let found: Chart["values"] | undefined = values;
  let text = "";
  for (const name of path.split(".")) {
    const child: Chart["values"]["children"][string] | undefined = found?.children[name];
    found = child?.kind === "group" ? child : undefined;
    if (child?.kind === "text") text = child.default;
  }
  return text;
}

describe.each(charts)("the guide of $metadata.name", (chart) => {
  test("speaks of variables and keys that exist", () => {
    const known = namesOf(chart);
    const spoken = [...codeOf(chart)].filter((code) => /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/.test(code));
    expect(spoken.filter((name) => !known.has(name) && !foreign.includes(name))).toEqual([]);
  });

  test("runs commands in containers that exist", () => {
    const containers = new Set(["init-data", ...chart.components.map(({ name }) => name)]);
    const named = commandsOf(chart).flatMap((command) =>
      [...command.matchAll(/kubectl .* -c ([a-z][\w-]*)/g)].flatMap(([, name]) => name ?? []),
    );
    // A further account of an adapter has its name and more.
    const isThere = (name: string) => containers.has(name) || containers.has(name.split("-")[0] ?? "");
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });
});
