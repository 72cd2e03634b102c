import type { Releases } from "../../topology/release.ts";

export const releases: Releases = [
  {
    version: "0.1.0",
    changes: [
      { kind: "added", description: "The daemons of a core in one pod, with adapters for ten platforms." },
      { kind: "added", description: "Agents in the engine of a node, in one within the pod, or none." },
      { kind: "added", description: "Profiles for chat services, sign-in, load balancers and External Secrets." },
    ],
  },
];
