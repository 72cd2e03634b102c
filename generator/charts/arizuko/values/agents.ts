import { containerValues } from "../../../kubernetes/container-values.ts";
import { kubernetes } from "../../../kubernetes/embedded.ts";
import { imageNameValues, imageValues } from "../../../kubernetes/image.ts";
import { absolutePath, dnsSubdomain, duration } from "../../../kubernetes/patterns.ts";
import { resourceValues } from "../../../kubernetes/resources.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { oneOf } from "../../../values/one-of.ts";
import { quantity } from "../../../values/quantity.ts";
import { text } from "../../../values/text.ts";

/** Source: seed 003, "agent containers"; reference arizuko.md, section 8. */
export const agents = group("Agents: one container for each turn of a conversation, run by a Docker engine.", {
  mode: oneOf("No agents; an engine within the pod, privileged; or the node's own engine, for development.", {
    options: ["disabled", "dind", "hostSocket"],
    default: "disabled",
  }),
  image: imageNameValues("The image of agents (CONTAINER_IMAGE), which the Docker engine pulls.", {
    repository: "arizuko-ant",
  }),
  chatsWithoutAgents: boolean(
    "Publish web chats and webhooks though there are no agents: each message is then tried again for ever.",
    { default: false },
  ),
  observe: boolean("Without agents, keep what people write on platforms, rather than try to answer it.", {
    default: true,
  }),
  credential: oneOf("What agents sign in at the model with: a key of the Secret.", {
    options: ["ANTHROPIC_API_KEY", "CLAUDE_CODE_OAUTH_TOKEN"],
    default: "ANTHROPIC_API_KEY",
  }),
  openai: boolean("Whether agents also get OPENAI_API_KEY from the Secret.", { default: false }),
  codex: boolean("Whether agents also get CODEX_API_KEY from the Secret.", { default: false }),
  maxConcurrent: integer("How many run at once (MAX_CONCURRENT_CONTAINERS).", { default: 5, minimum: 1 }),
  runTimeout: text("How long one turn may take (RUNED_RUN_TIMEOUT).", {
    default: "20m",
    pattern: duration,
    minLength: 2,
  }),
  shutdownGraceSeconds: integer(
    "How long turns under way may go on when the pod ends (RUNED_SHUTDOWN_GRACE), in seconds. The pod has 30 s more.",
    { default: 120, minimum: 0 },
  ),
  pullSecret: text("Secret of the type kubernetes.io/dockerconfigjson with which the engine pulls the agents' image.", {
    pattern: dnsSubdomain,
  }),
  dind: group("The Docker engine within the pod. It is privileged: whoever holds it holds the node.", {
    image: imageValues("Its image.", { repository: "docker", tag: "28.5.2-dind" }),
    storage: group("The volume with its images.", {
      kind: oneOf("Lost with the pod (emptyDir), or on a claim, so that images are not pulled again.", {
        options: ["emptyDir", "claim"],
        default: "emptyDir",
      }),
      size: quantity("Size of the volume.", { default: "30Gi" }),
      storageClassName: text("Storage class of the claim; empty for the cluster's default.", {
        pattern: dnsSubdomain,
      }),
      existingClaim: text("Name of a claim that exists already; the chart then makes none.", {
        pattern: dnsSubdomain,
      }),
    }),
    resources: resourceValues(["250m", "512Mi", "1Gi"], ["4000m", "8Gi", "40Gi"]),
    securityContext: kubernetes("SecurityContext", "Security settings of the engine.", {
      default: { privileged: true, runAsNonRoot: false, runAsUser: 0, runAsGroup: 0 },
    }),
  }),
  hostSocket: group("The node's own Docker engine, for development: agents are containers on the node.", {
    path: text("Where its socket is on the node.", {
      default: "/var/run/docker.sock",
      pattern: absolutePath,
      minLength: 1,
    }),
  }),
  runed: group("The daemon that runs agents.", containerValues(["50m", "64Mi", "64Mi"], ["1000m", "512Mi", "1Gi"])),
});
