import type { IHorizontalPodAutoscalerBehavior } from "kubernetes-models/autoscaling/v2";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import type {
  IAffinity,
  IContainer,
  IEnvVar,
  ILocalObjectReference,
  IPodDNSConfig,
  IPodSecurityContext,
  ISecurityContext,
  IToleration,
  IVolume,
  IVolumeMount,
} from "kubernetes-models/v1";

/** The Kubernetes types that values embed whole, by their names in the API. */
export interface KubernetesTypes {
  readonly Affinity: IAffinity;
  readonly Container: IContainer;
  readonly EnvVar: IEnvVar;
  readonly HorizontalPodAutoscalerBehavior: IHorizontalPodAutoscalerBehavior;
  readonly LocalObjectReference: ILocalObjectReference;
  readonly NetworkPolicyPeer: INetworkPolicyPeer;
  readonly PodDNSConfig: IPodDNSConfig;
  readonly PodSecurityContext: IPodSecurityContext;
  readonly SecurityContext: ISecurityContext;
  readonly Toleration: IToleration;
  readonly Volume: IVolume;
  readonly VolumeMount: IVolumeMount;
}
