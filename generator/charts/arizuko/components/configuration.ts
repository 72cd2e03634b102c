import type { IEnvVar } from "kubernetes-models/v1";
import { always } from "../../../expressions/condition.ts";
import { orElse, trimPrefix } from "../../../expressions/text.ts";
import { imageName } from "../../../kubernetes/image.ts";
import type { OwnEntries } from "../../../template/keyed-list.ts";
import { configuration, fromConfiguration } from "../../../topology/config-map.ts";
import { variables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { dataDirectory } from "./data.ts";

const { instance, assistantName, publicUrl, webHost, authBaseUrl, agents, hostDataDir, hostAppDir, logLevel } = given;

/** The address that sign-in returns to; empty where nobody can sign in. */
export const authBase = orElse(authBaseUrl, publicUrl);

/** The ConfigMap of arizuko's own guide. Source: seed 003, step 2. */
export const config = configuration({
  suffix: "config",
  file: "system/config-map",
  component: "system",
  enabled: always,
  sets: [
    variables({
      INSTANCE_NAME: instance,
      ASSISTANT_NAME: assistantName,
      WEB_HOST: orElse(webHost, trimPrefix(trimPrefix(publicUrl, "https://"), "http://")),
      CONTAINER_IMAGE: imageName(agents.image),
      HOST_DATA_DIR: orElse(hostDataDir, dataDirectory),
      HOST_APP_DIR: hostAppDir,
      LOG_LEVEL: logLevel,
    }),
  ],
});

type Name =
  | "INSTANCE_NAME"
  | "ASSISTANT_NAME"
  | "WEB_HOST"
  | "CONTAINER_IMAGE"
  | "HOST_DATA_DIR"
  | "HOST_APP_DIR"
  | "LOG_LEVEL";

/** Variables that a daemon takes from that ConfigMap: those it reads, and no others. */
export function configured(...names: readonly Name[]): OwnEntries<IEnvVar, "name"> {
  return Object.fromEntries(names.map((name) => [name, fromConfiguration(config, name)]));
}
