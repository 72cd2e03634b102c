import { kubernetes } from "../../../kubernetes/embedded.ts";
import { imageValues } from "../../../kubernetes/image.ts";
import { environmentName } from "../../../kubernetes/patterns.ts";
import { resourceValues } from "../../../kubernetes/resources.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { map } from "../../../values/map.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

/** Orchestration by Jido. Sources: seed 000, "Jido Orchestration"; reference foxctl.md, section 4.5. */
export const jido = group("Orchestration by Jido, through a bridge that shares a socket with the web pod.", {
  enabled: boolean("Whether Jido orchestrates (FOXCTL_V2_ORCHESTRATION_RUNTIME_BACKEND).", { default: false }),
  rpcPath: text("Path of the bridge (FOXCTL_JIDO_RPC_PATH).", { default: "/rpc", pattern: "/.*", minLength: 1 }),
  rpcTimeoutMs: integer("Milliseconds that a call may take (FOXCTL_JIDO_RPC_TIMEOUT_MS).", {
    default: 10000,
    minimum: 1,
  }),
  signalSource: text("Source that signals name (FOXCTL_JIDO_SIGNAL_SOURCE)."),
  parentAgentIds: list("Agents whose work is orchestrated (FOXCTL_JIDO_ORCHESTRATION_PARENT_AGENT_IDS).", {
    item: text("An agent.", { pattern: "[^,;\\s]+", minLength: 1 }),
  }),
  dispatchParentAgentId: text(
    "Agent that work is handed to (FOXCTL_JIDO_ORCHESTRATION_DISPATCH_PARENT_AGENT_ID); empty for the first.",
  ),
  successTrackerState: text("State that counts as done (FOXCTL_JIDO_ORCHESTRATION_SUCCESS_TRACKER_STATE)."),
  pollIntervalMs: integer("Milliseconds between looks for work (FOXCTL_JIDO_ORCHESTRATION_POLL_INTERVAL_MS).", {
    default: 5000,
    minimum: 1,
  }),
  retryPolicy: text("When calls are tried again, as JSON (FOXCTL_JIDO_RETRY_POLICY).", { pattern: "\\{.*\\}" }),
  askDispatcher: oneOf("Who hands on questions (FOXCTL_V2_ASK_DISPATCHER).", {
    options: ["mailbox", "jido"],
    default: "mailbox",
  }),
  contextProvider: oneOf("Who provides the companion's context (FOXCTL_COMPANION_CONTEXT_PROVIDER).", {
    options: ["builtin", "jido"],
    default: "builtin",
  }),
  bridge: group("The bridge, as a container of the web pod.", {
    enabled: boolean("Whether it runs there. Without it, a sidecar of yours has to serve the socket.", {
      default: false,
    }),
    image: imageValues("Its image. None is published: name your own.", { repository: "" }),
    args: list("Its arguments.", { item: text("An argument.") }),
    env: map("Its environment variables.", {
      key: environmentName,
      item: kubernetes("EnvVar", "A value, or where it comes from.", { omit: ["name"] }),
    }),
    resources: resourceValues(["50m", "128Mi", "64Mi"], ["500m", "512Mi", "256Mi"]),
  }),
});
