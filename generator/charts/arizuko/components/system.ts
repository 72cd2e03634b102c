import { always } from "../../../expressions/condition.ts";
import { string } from "../../../expressions/text.ts";
import { objectName } from "../../../kubernetes/names.ts";
import { each } from "../../../template/each.ts";
import { textBlock } from "../../../template/text-block.ts";
import { when } from "../../../template/when.ts";
import { component } from "../../../topology/component.ts";
import { plainVariables } from "../../../topology/variables.ts";
import type { AdapterName } from "../platforms.ts";
import { accounts } from "./accounts.ts";
import { observing } from "./conditions.ts";
import { config } from "./configuration.ts";
import { dataDirectory, dataVolume, scratch, wholeVolume } from "./data.ts";

/** Where skills and the like are within arizuko's image (APP_SRC_DIR). Source: reference arizuko.md, section 1. */
export const appSource = "/opt/arizuko";

/** Where proxyd's routes are for the container that stores them. The folder's name is that of the package. */
const routesDirectory = "/etc/arizuko/chart";

/** The name of the ConfigMap with proxyd's routes. */
export const routesName = objectName("routes");

/** Adapters that keep something: each account has a folder of its own. Source: reference arizuko.md, section 2.3. */
const stateful: readonly AdapterName[] = ["teled", "emaid", "bskyd", "reditd", "linkd", "whapd", "twitd"];

/** The folder in which an account of an adapter keeps what it must not lose. */
export const stateOf = (name: AdapterName) => string`store/${name}${accounts[name].suffix}`;

/** Whether an adapter keeps something. */
export const keepsState = (name: AdapterName): boolean => stateful.includes(name);

/**
 * Folders that containers mount alone. Kubernetes makes a missing one for root, so they are made before.
 * Source: reference arizuko.md, section 5.
 */
const folders = textBlock(
  "groups",
  "surrogate",
  "web",
  ...["authd", "onbod", "routd", "runed"].map((owner) => `store/${owner}`),
  ...stateful.map((name) => each<string>(accounts[name], stateOf(name))),
);

/** The pod that all daemons share, and the container that prepares the data directory for them. */
export const system = component({
  name: "system",
  suffix: "",
  description: "arizuko: all of its daemons in one pod, since its databases have one writer only.",
  enabled: always,
  configuration: config,
  variables: plainVariables({
    DATA_DIR: dataDirectory,
    APP_SRC_DIR: appSource,
    OBSERVE: when<string>(observing, "true", "false"),
    ROUTES: routesDirectory,
    FOLDERS: folders,
  }),
  directories: {
    ...scratch("init-data"),
    routes: { path: routesDirectory, volume: { configMap: { name: routesName } }, readOnly: true, when: always },
  },
  mounts: [wholeVolume],
  volumes: { data: dataVolume },
});
