import { withCredentials } from "./credentials.ts";
import { profile } from "./profile.ts";

/** Sources: seed 003, "skip agents"; reference arizuko.md, section 8. */
export const observe = profile({
  name: "arizuko-observe",
  purpose: "No agents: what people write to a Telegram bot is kept, and nobody answers.",
  prerequisites: ["A Secret `arizuko-credentials` with the key TELEGRAM_BOT_TOKEN."],
  values: {
    secrets: { existingCredentials: "arizuko-credentials" },
    adapters: { teled: { accounts: { telegram: {} } } },
  },
  ci: withCredentials("TELEGRAM_BOT_TOKEN"),
});
