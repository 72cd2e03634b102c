import type { IConfigMap } from "kubernetes-models/v1";
import { always, and, equals, not } from "../../../generator/expressions/condition.ts";
import { type Reference, references } from "../../../generator/expressions/reference.ts";
import { join, toText } from "../../../generator/expressions/text.ts";
import { commonValues } from "../../../generator/kubernetes/common-values.ts";
import { labels } from "../../../generator/kubernetes/labels.ts";
import { objectName } from "../../../generator/kubernetes/names.ts";
import { labelKey } from "../../../generator/kubernetes/patterns.ts";
import { forbid } from "../../../generator/rules/rule.ts";
import { countedEntriesOf, type EntryOf } from "../../../generator/template/each.ts";
import type { Templated } from "../../../generator/template/hole.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import type { Chart } from "../../../generator/topology/chart.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { formerly } from "../../../generator/values/formerly.ts";
import { type Group, group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { list } from "../../../generator/values/list.ts";
import { map } from "../../../generator/values/map.ts";
import { oneOf } from "../../../generator/values/one-of.ts";
import { text } from "../../../generator/values/text.ts";
import { demo } from "./chart.ts";

const level = text("How much is logged.", { default: "info" });
const count = integer("How many run.", { default: 1, minimum: 0, example: 3 });
const verbose = boolean("Whether everything is logged.", { default: true });
const mode = oneOf("What it is for.", { options: ["http", "exec"], default: "http" });
const modules = list("What is loaded.", { item: text("A module."), default: ["core"] });
const tags = map("Further entries.", { key: labelKey, item: text("The value.") });
const host = text("Host name.", { default: "localhost" });
const routes = <const Item extends Group>(item: Item) => map("Routes, by name.", { key: "[a-z]+", item });

/** What the templates below refer to. */
interface Given {
  readonly level: Reference<typeof level>;
  readonly replicas: Reference<typeof count>;
  readonly verbose: Reference<typeof verbose>;
  readonly mode: Reference<typeof mode>;
  readonly modules: Reference<typeof modules>;
  readonly tags: Reference<typeof tags>;
}

/** One of the routes. */
interface Route extends Pick<EntryOf<unknown>, "loop" | "key"> {
  readonly host: Reference<typeof host>;
}

/** A chart with one ConfigMap that shows all values, and the hosts of all routes. */
function chartOf(version: string, values: Group, given: Given, { loop, key, host: name }: Route): Chart {
  const body: Templated<IConfigMap> = {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: objectName(""), labels: labels() },
    data: mapping(
      {
        level: given.level,
        replicas: toText(given.replicas),
        verbose: toText(given.verbose),
        mode: given.mode,
        modules: join(given.modules, ","),
      },
      { named: [{ key, value: name }], loop },
      given.tags,
    ),
  };
  return {
    ...demo,
    metadata: { ...demo.metadata, version },
    releases: [{ version, changes: [{ kind: "changed", description: "Names." }] }],
    values,
    rules: [forbid(and(equals(given.mode, "exec"), not(given.verbose)), given.mode, "http, as it is silent")],
    components: [],
    secrets: [],
    documents: [
      { file: "config-map", comment: "All values.", condition: always, bindings: [], body, place: values.place },
    ],
    profiles: [],
    notes: [{ condition: given.verbose, lines: ["It is verbose."] }],
  };
}

const oldValues = group("Values.", {
  ...commonValues,
  logging: level,
  server: group("The server.", {
    count,
    debug: verbose,
    kind: mode,
    parts: modules,
    extra: tags,
    paths: routes(group("A route.", { name: host })),
  }),
});

export const newValues = (renamed: typeof formerly) =>
  group("Values.", {
    ...commonValues,
    level: renamed("logging", level),
    server: group("The server.", {
      replicas: renamed("count", count),
      verbose: renamed("debug", verbose),
      mode: renamed("kind", mode),
      modules: renamed("parts", modules),
      tags: renamed("extra", tags),
      routes: renamed("paths", routes(group("A route.", { host: renamed("name", host) }))),
    }),
  });

function oldChart(): Chart {
  const { logging, server } = references(oldValues);
  const route = countedEntriesOf(server.paths, "route");
  const { count: replicas, debug, kind, parts, extra } = server;
  const given = { level: logging, replicas, verbose: debug, mode: kind, modules: parts, tags: extra };
  return chartOf("1.0.0", oldValues, given, { ...route, host: route.value.name });
}

function newChart(version: string, values: ReturnType<typeof newValues>): Chart {
  const { level: logged, server } = references(values);
  const route = countedEntriesOf(server.routes, "route");
  return chartOf(version, values, { level: logged, ...server }, { ...route, host: route.value.host });
}

/** A chart; the same with a new name for each of its values; and the same when the former names are gone. */
export const before = oldChart();
export const renamed = newChart("1.1.0", newValues(formerly));
export const after = newChart(
  "2.0.0",
  newValues((_, declaration) => declaration),
);
