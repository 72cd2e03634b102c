import type { TypeName } from "./openapi.ts";

/**
 * Fields of Kubernetes types that values cannot make use of, so that values which embed the types do without them: a
 * user learns of it at once, and Helm has less of a schema to compile.
 */
export const unusableFields: Readonly<Record<TypeName, readonly string[]>> = {
  // Pods run on Linux.
  SecurityContext: ["windowsOptions"],
  PodSecurityContext: ["windowsOptions"],
  // For containers that start first, which values have none of.
  Container: ["restartPolicy"],
  // For claims of a pod to devices, which values have none of.
  ResourceRequirements: ["claims"],
  // Never carried out.
  LifecycleHandler: ["tcpSocket"],
  // Behind gates that Kubernetes 1.33, the oldest supported one, keeps closed.
  Lifecycle: ["stopSignal"],
  HPAScalingRules: ["tolerance"],
  VolumeProjection: ["clusterTrustBundle"],
};
