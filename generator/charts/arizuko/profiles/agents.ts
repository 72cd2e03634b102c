import { withCredentials } from "./credentials.ts";
import { profile } from "./profile.ts";

const credentials = "A Secret `arizuko-credentials` with the key ANTHROPIC_API_KEY.";

/** Source: seed 003, "agent containers", Docker-in-Docker. */
export const dind = profile({
  name: "arizuko-dind",
  purpose: "Agents in a Docker engine within the pod, whose images are kept on a volume.",
  prerequisites: [
    credentials,
    "A namespace that lets privileged pods in (the label pod-security.kubernetes.io/enforce=privileged).",
    "The agents' image in a registry that the pod can pull from (agents.image).",
  ],
  remarks: ["The engine is privileged, so who takes it over has the node. arizuko's own guide advises against it."],
  values: {
    secrets: { existingCredentials: "arizuko-credentials" },
    agents: { mode: "dind", dind: { storage: { kind: "claim" } } },
    vited: { enabled: true },
  },
  ci: withCredentials("ANTHROPIC_API_KEY"),
});

/** Sources: seed 003, "agent containers", KIND; reference arizuko.md, sections 7 (row 27) and 8. */
export const kind = profile({
  name: "arizuko-kind",
  purpose: "For development: agents in the Docker engine of the machine that a KIND cluster runs on.",
  prerequisites: [
    credentials,
    "A KIND cluster whose node has the machine's /var/run/docker.sock and /srv/data, as the README shows.",
    "A PersistentVolumeClaim `arizuko-data` on a hostPath volume at /srv/data of the node.",
  ],
  remarks: ["Agents are containers on the machine itself: never use it where others work."],
  values: {
    secrets: { existingCredentials: "arizuko-credentials" },
    persistence: { existingClaim: "arizuko-data" },
    hostDataDir: "/srv/data/arizuko_demo",
    agents: { mode: "hostSocket" },
    // The group that the socket belongs to on the machine.
    pod: { securityContext: { supplementalGroups: [999] } },
    service: { type: "NodePort" },
  },
  ci: { lacks: "the Docker engine of a machine around it" },
});
