import type { TypeName } from "./openapi.ts";

/**
 * Fields of Kubernetes types that values cannot make use of, so that values which embed the types do without them: a
 * user learns of it at once, and Helm has less of a schema to compile.
 */
export const unusableFields: Readonly<Record<TypeName, readonly string[]>> = {
  // Pods run on Linux. What /proc hides can be shown only to pods with users of their own, which values do not ask for.
  SecurityContext: ["windowsOptions", "procMount"],
  PodSecurityContext: ["windowsOptions"],
  // For containers that start first, which values have none of, and for pods that are changed while they run. The path
  // is one that Kubernetes mounts.
  Container: ["restartPolicy", "resizePolicy", "terminationMessagePath"],
  // Of the node, which Pod Security refuses in its standards "restricted" and "baseline".
  ContainerPort: ["hostIP", "hostPort"],
  // Between a node and volumes of kind hostPath, which values have none of.
  VolumeMount: ["mountPropagation"],
  // For claims of a pod to devices, which values have none of.
  ResourceRequirements: ["claims"],
  // Never carried out.
  LifecycleHandler: ["tcpSocket"],
  // Something else than the pod.
  HTTPGetAction: ["host"],
  TCPSocketAction: ["host"],
  // There is one.
  ObjectFieldSelector: ["apiVersion"],
  // Behind gates that Kubernetes 1.33, the oldest supported one, keeps closed.
  Lifecycle: ["stopSignal"],
  HPAScalingRules: ["tolerance"],
  VolumeProjection: ["clusterTrustBundle"],
};
