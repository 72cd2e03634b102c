import { expect, test } from "vitest";
import { always } from "../../../../generator/expressions/condition.ts";
import { orElse, string, toText } from "../../../../generator/expressions/text.ts";
import { environmentSections } from "../../../../generator/output/readme/environment-table.ts";
import { entriesOf } from "../../../../generator/template/each.ts";
import { whenSet } from "../../../../generator/template/when.ts";
import { component } from "../../../../generator/topology/component.ts";
import { configuration, fromConfiguration } from "../../../../generator/topology/config-map.ts";
import type { EntryKey } from "../../../../generator/topology/secret-keys.ts";
import { plainVariables, variables } from "../../../../generator/topology/variables.ts";
import { demo, source } from "../../demo/chart.ts";
import { server } from "../../demo/values.ts";

const { address, path, routes } = server;
const common = { suffix: "", description: "A component.", enabled: always };

const configured = configuration({
  suffix: "config",
  file: "config",
  component: "pod",
  enabled: always,
  sets: [variables({ DEMO_ADDRESS: address })],
});
const route = entriesOf(routes, "route");
const key: EntryKey = { ...source.keys.token, loop: route.loop, name: string`TOKEN-${route.key}` };

const owner = component({ ...common, name: "owner", configuration: configured });
const guest = component({
  ...common,
  name: "guest",
  within: owner,
  variables: {
    DEMO_ADDRESS: fromConfiguration(configured, "DEMO_ADDRESS"),
    ...plainVariables({
      DEMO_WEIGHT: toText(route.value.weight),
      DEMO_HOST: whenSet(route.value.host),
      DEMO_PLACE: whenSet(orElse(address, path)),
    }),
  },
  secrets: { DEMO_TOKEN: { secret: source, key, when: always } },
});

const sections = environmentSections({ ...demo, components: [owner, guest] });

test.each<[string, string, string]>([
  ["a variable from the pod's ConfigMap", "owner, guest", "| `DEMO_ADDRESS` | `server.address` |  |"],
  ["a field of a map's entry", "guest", "| `DEMO_WEIGHT` | `server.routes.<name>.weight` |  |"],
  ["whether it is set", "guest", "`server.routes.<name>.host` | `server.routes.<name>.host` is set |"],
  ["either of two values", "guest", "| `server.address` or `server.path` is set |"],
  ["a key of a map's entry", "guest", "key `TOKEN-…` |  |"],
])("tells %s", (_, components, want) => {
  expect(sections.find((section) => section.components === components)?.table).toContain(want);
});
