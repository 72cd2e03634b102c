import { withCredentials } from "./credentials.ts";
import { profile } from "./profile.ts";

/** Source: seed 003, steps 3 and 4, "teled". */
export const telegram = profile({
  name: "arizuko-telegram",
  purpose: "A Telegram bot whose messages agents answer, in a Docker engine within the pod.",
  prerequisites: [
    "A Secret `arizuko-credentials` with the keys TELEGRAM_BOT_TOKEN and ANTHROPIC_API_KEY.",
    "A namespace that lets privileged pods in (the label pod-security.kubernetes.io/enforce=privileged).",
    "The agents' image in a registry that the pod can pull from (agents.image).",
  ],
  values: {
    secrets: { existingCredentials: "arizuko-credentials" },
    agents: { mode: "dind" },
    adapters: { teled: { accounts: { telegram: {} } } },
  },
  ci: withCredentials("TELEGRAM_BOT_TOKEN", "ANTHROPIC_API_KEY"),
});
