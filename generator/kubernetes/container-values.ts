import type { Reference } from "../expressions/reference.ts";
import type { Group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { kubernetes } from "./embedded.ts";
import { absolutePath, environmentName } from "./patterns.ts";
import { type Amount, resourceValues } from "./resources.ts";

/** Further environment variables of containers that run one program. What the chart sets in one is refused in all. */
export function environment() {
  return map("Further environment variables. What the chart sets itself, here or elsewhere, is refused.", {
    key: environmentName,
    item: kubernetes("EnvVar", "A value, or where it comes from.", { omit: ["name"] }),
    example: { HTTPS_PROXY: { value: "http://proxy.example.com:3128" } },
  });
}

/** Of the chart's main program. */
const main = environment();

const volumeMounts = map("Mounts of pod.volumes, by path.", {
  key: absolutePath,
  item: kubernetes("VolumeMount", "The volume and how it is mounted.", { omit: ["mountPath"] }),
});

/** What every component takes for the container with its own process, save resources. */
export function processValues(env = main) {
  return {
    env,
    volumeMounts,
    securityContext: kubernetes("SecurityContext", "Security settings of the containers.", {
      default: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ["ALL"] },
      },
    }),
  } as const;
}

/** The same with resources. */
export function containerValues(requests: Amount, limits: Amount, env = main) {
  return { resources: resourceValues(requests, limits), ...processValues(env) } as const;
}

/** References to the settings of a component's own container. */
export type ContainerReference = Reference<Group<ReturnType<typeof containerValues>>>;
