import type { Reference } from "../expressions/reference.ts";
import { group } from "../values/group.ts";
import { integer } from "../values/integer.ts";
import { list } from "../values/list.ts";
import { map } from "../values/map.ts";
import { oneOf } from "../values/one-of.ts";
import { text } from "../values/text.ts";
import { kubernetes } from "./embedded.ts";
import { dnsLabel, dnsSubdomain, labelKey, labelValue } from "./patterns.ts";

/**
 * What Pod Security "restricted" does not let pods mount ("Pod Security Standards"), what is set by the map's key, and
 * ephemeral claims, whose place is taken by claims of one's own.
 */
const notMounted = [
  "name",
  "awsElasticBlockStore",
  "azureDisk",
  "azureFile",
  "cephfs",
  "cinder",
  "ephemeral",
  "fc",
  "flexVolume",
  "flocker",
  "gcePersistentDisk",
  "gitRepo",
  "glusterfs",
  "hostPath",
  "image",
  "iscsi",
  "nfs",
  "photonPersistentDisk",
  "portworxVolume",
  "quobyte",
  "rbd",
  "scaleIO",
  "storageos",
  "vsphereVolume",
] as const;

/** What is set by the map's key, and what only interactive or device-bound containers need. */
const notInSidecars = ["name", "stdin", "stdinOnce", "tty", "volumeDevices"] as const;

/** What every component takes for its pods beyond their own process. One declaration each, whatever the component. */
const podSettings = {
  labels: map("Further labels.", {
    key: labelKey,
    item: text("The label's value.", { pattern: labelValue }),
  }),
  annotations: map("Further annotations.", { key: labelKey, item: text("The annotation's value.") }),
  securityContext: kubernetes("PodSecurityContext", "Security settings.", {
    default: {
      runAsNonRoot: true,
      runAsUser: 1000,
      runAsGroup: 1000,
      fsGroup: 1000,
      fsGroupChangePolicy: "OnRootMismatch",
      seccompProfile: { type: "RuntimeDefault" },
    },
  }),
  nodeSelector: map("Labels of the nodes that pods may run on.", {
    key: labelKey,
    item: text("The label's value.", { pattern: labelValue }),
    example: { "kubernetes.io/arch": "amd64" },
  }),
  tolerations: list("Taints of nodes that pods put up with.", {
    item: kubernetes("Toleration", "One taint."),
  }),
} as const;

/** How the pods of one component keep apart. */
const spreadSettings = {
  affinity: kubernetes("Affinity", "Affinity, in place of what hostSpread says."),
  hostSpread: oneOf("Whether two pods of this component may share a node.", {
    options: ["preferred", "required", "off"],
    default: "preferred",
  }),
  topologySpread: map("How evenly pods are spread, by node label.", {
    key: labelKey,
    item: group("How even it must be.", {
      maxSkew: integer("By how many pods two domains may differ.", { default: 1, minimum: 1 }),
      whenUnsatisfiable: oneOf("What happens to a pod that cannot keep to it.", {
        options: ["ScheduleAnyway", "DoNotSchedule"],
        default: "ScheduleAnyway",
      }),
    }),
    default: { "topology.kubernetes.io/zone": { maxSkew: 1, whenUnsatisfiable: "ScheduleAnyway" } },
  }),
} as const;

/** How the pods of one component keep apart, as a group of their own. */
export const spreadValues = group("How pods keep apart.", spreadSettings);

const runtimeSettings = {
  priorityClassName: text("Priority class.", { pattern: dnsSubdomain }),
  runtimeClassName: text("Runtime class.", { pattern: dnsSubdomain }),
  dnsPolicy: oneOf("How names are looked up.", {
    options: ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
    default: "ClusterFirst",
  }),
  dnsConfig: kubernetes("PodDNSConfig", "Name servers, search domains and options beyond the policy."),
  hostAliases: map("Host names for the hosts file, by address.", {
    key: "[0-9a-fA-F:.]+",
    item: list("Names for the address.", { item: text("A host name.", { pattern: dnsSubdomain, minLength: 1 }) }),
    example: { "192.0.2.10": ["database.internal"] },
  }),
  volumes: map("Further volumes, by name.", {
    key: dnsLabel,
    item: kubernetes("Volume", "What the volume is.", { omit: notMounted }),
  }),
  sidecars: map("Further containers beside the component's own, by name.", {
    key: dnsLabel,
    item: kubernetes("Container", "The container.", { omit: notInSidecars }),
  }),
} as const;

/** Settings of pods of which there is one at a time, and which end when their processes have. */
export function onePodValues() {
  const affinity = kubernetes("Affinity", "Affinity.");
  return group("Settings of the pod.", { ...podSettings, affinity, ...runtimeSettings });
}

/** Settings of pods. `grace` is how long one may take to end unless the user says otherwise, in seconds. */
export function podValues(grace: number) {
  return group("Settings of its pods.", {
    ...podSettings,
    ...spreadSettings,
    ...runtimeSettings,
    terminationGracePeriodSeconds: integer("How long a pod may take to end, in seconds.", {
      default: grace,
      minimum: 0,
    }),
  });
}

/** References to the settings of one component's pods. */
export type PodReference = Reference<ReturnType<typeof onePodValues>>;

/** References to the settings of pods that may be several. */
export type PodsReference = Reference<ReturnType<typeof podValues>>;

/** References to how they keep apart. */
export type SpreadReference = Reference<typeof spreadValues>;
