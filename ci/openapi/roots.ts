/** The objects that the charts write, as `group.version.Kind` of k8s.io/api. The extract holds all that they contain. */
export const roots: readonly string[] = [
  "apps.v1.Deployment",
  "apps.v1.StatefulSet",
  "autoscaling.v2.HorizontalPodAutoscaler",
  "batch.v1.CronJob",
  "batch.v1.Job",
  "core.v1.ConfigMap",
  "core.v1.PersistentVolumeClaim",
  "core.v1.Pod",
  "core.v1.Secret",
  "core.v1.Service",
  "core.v1.ServiceAccount",
  "networking.v1.Ingress",
  "networking.v1.NetworkPolicy",
  "policy.v1.PodDisruptionBudget",
  "rbac.v1.Role",
  "rbac.v1.RoleBinding",
];

/** Fields that a chart must not write, by type; `status` of every kind is left out as well. */
export const leftOut: Readonly<Record<string, readonly string[]>> = {
  // The API server sets these.
  "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta": [
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "selfLink",
    "uid",
  ],
  // Added to running pods only; refused in a new pod and in a pod template.
  "io.k8s.api.core.v1.PodSpec": ["ephemeralContainers"],
};
