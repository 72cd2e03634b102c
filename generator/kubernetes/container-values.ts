import type { Reference } from "../expressions/reference.ts";
import type { Group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { kubernetes } from "./embedded.ts";
import { absolutePath, environmentName } from "./patterns.ts";
import { type Amount, resourceValues } from "./resources.ts";

/** What every component takes for the container with its own process, save resources. */
export function processValues() {
  return {
    env: map("Further environment variables. What the chart sets itself is refused here.", {
      key: environmentName,
      item: kubernetes("EnvVar", "A value, or where it comes from.", { omit: ["name"] }),
      example: { HTTPS_PROXY: { value: "http://proxy.example.com:3128" } },
    }),
    volumeMounts: map("Mounts of pod.volumes, by path.", {
      key: absolutePath,
      item: kubernetes("VolumeMount", "The volume and how it is mounted.", { omit: ["mountPath"] }),
    }),
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
export function containerValues(requests: Amount, limits: Amount) {
  return { resources: resourceValues(requests, limits), ...processValues() } as const;
}

/** References to the settings of a component's own container. */
export type ContainerReference = Reference<Group<ReturnType<typeof containerValues>>>;
