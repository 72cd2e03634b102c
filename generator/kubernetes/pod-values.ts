import type { Reference } from "../expressions/reference.ts";
import { type Group, group } from "../values/group.ts";
import { integer } from "../values/integer.ts";
import { list } from "../values/list.ts";
import { map } from "../values/map.ts";
import { oneOf } from "../values/one-of.ts";
import { text } from "../values/text.ts";
import { kubernetes } from "./embedded.ts";
import { absolutePath, dnsLabel, dnsSubdomain, environmentName, labelKey, labelValue } from "./patterns.ts";
import { type Amount, resourceValues } from "./resources.ts";

export interface PodDefaults {
  readonly requests: Amount;
  readonly limits: Amount;
  /** How long a pod may take to end, in seconds. */
  readonly grace: number;
}

/** Kinds of volumes that Kubernetes has removed or deprecated, most of them for CSI drivers ("Volumes", types). */
const retiredVolumes = [
  "awsElasticBlockStore",
  "azureDisk",
  "azureFile",
  "cephfs",
  "cinder",
  "flexVolume",
  "flocker",
  "gcePersistentDisk",
  "gitRepo",
  "glusterfs",
  "photonPersistentDisk",
  "portworxVolume",
  "quobyte",
  "rbd",
  "scaleIO",
  "storageos",
  "vsphereVolume",
] as const;

/** The settings that every component takes for its pods, declared once. */
export function podValues({ requests, limits, grace }: PodDefaults) {
  return {
    resources: resourceValues(requests, limits),
    env: map("Further environment variables. What the chart sets itself is refused here.", {
      key: environmentName,
      item: kubernetes("EnvVar", "A value, or where it comes from.", { omit: ["name"] }),
      example: { HTTPS_PROXY: { value: "http://proxy.example.com:3128" } },
    }),
    volumes: map("Further volumes, by name.", {
      key: dnsLabel,
      item: kubernetes("Volume", "What the volume is.", { omit: ["name", ...retiredVolumes] }),
    }),
    volumeMounts: map("Further mounts in the main container, by path.", {
      key: absolutePath,
      item: kubernetes("VolumeMount", "The volume and how it is mounted.", { omit: ["mountPath"] }),
    }),
    sidecars: map("Further containers beside the main one, by name.", {
      key: dnsLabel,
      item: kubernetes("Container", "The container.", { omit: ["name"] }),
    }),
    terminationGracePeriodSeconds: integer("How long a pod may take to end, in seconds.", {
      default: grace,
      minimum: 0,
    }),
    nodeSelector: map("Labels of the nodes that pods may run on.", {
      key: labelKey,
      item: text("The label's value.", { pattern: labelValue }),
      example: { "kubernetes.io/arch": "amd64" },
    }),
    tolerations: list("Taints of nodes that pods put up with.", {
      item: kubernetes("Toleration", "One taint."),
    }),
    affinity: kubernetes("Affinity", "Affinity of the pods, in place of what hostSpread says."),
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
    priorityClassName: text("Priority class.", { pattern: dnsSubdomain }),
    runtimeClassName: text("Runtime class.", { pattern: dnsSubdomain }),
    dnsPolicy: oneOf("How pods look up names.", {
      options: ["ClusterFirst", "ClusterFirstWithHostNet", "Default", "None"],
      default: "ClusterFirst",
    }),
    dnsConfig: kubernetes("PodDNSConfig", "Name servers, search domains and options beyond the policy."),
    hostAliases: map("Host names for the pods' hosts file, by address.", {
      key: "[0-9a-fA-F:.]+",
      item: list("Names for the address.", { item: text("A host name.", { pattern: dnsSubdomain, minLength: 1 }) }),
      example: { "192.0.2.10": ["database.internal"] },
    }),
    podLabels: map("Further labels of the pods.", {
      key: labelKey,
      item: text("The label's value.", { pattern: labelValue }),
    }),
    podAnnotations: map("Further annotations of the pods.", { key: labelKey, item: text("The annotation's value.") }),
    podSecurityContext: kubernetes("PodSecurityContext", "Security settings of the pods.", {
      default: {
        runAsNonRoot: true,
        runAsUser: 1000,
        runAsGroup: 1000,
        fsGroup: 1000,
        fsGroupChangePolicy: "OnRootMismatch",
        seccompProfile: { type: "RuntimeDefault" },
      },
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

/** References to the pod settings of one component. */
export type PodReference = Reference<Group<ReturnType<typeof podValues>>>;
