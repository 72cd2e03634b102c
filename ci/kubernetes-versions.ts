/** The oldest and the newest Kubernetes the charts are tested with. */
export const kubernetesVersions = {
  "1.33": "1.33.13",
  "1.36": "1.36.3",
} as const;

export type KubernetesVersion = keyof typeof kubernetesVersions;
