import { and, type Condition, equals } from "../../../expressions/condition.ts";
import { fromSecret, type SecretVariable } from "../../../topology/secret-source.ts";
import { given } from "../values.ts";
import { chatSecret } from "./secrets.ts";

/** The adapter's credentials, for the process that runs it. */
export function chatSecrets(here: Condition): Readonly<Record<string, SecretVariable>> {
  const on = (adapter: "discord" | "telegram" | "teams") => ({ when: and(here, equals(given.chat.adapter, adapter)) });
  return {
    DISCORD_BOT_TOKEN: fromSecret(chatSecret, "discordBotToken", on("discord")),
    TELEGRAM_BOT_TOKEN: fromSecret(chatSecret, "telegramBotToken", on("telegram")),
    TEAMS_CLIENT_SECRET: fromSecret(chatSecret, "teamsClientSecret", on("teams")),
  };
}
