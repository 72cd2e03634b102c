import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

const profile = (name: string) => text(`Profile of the agent that answers (${name}).`);
const systemPrompt = (name: string) => text(`What the agent is told first (${name}).`);
const maxConcurrentMessages = (name: string) =>
  integer(`How many messages are answered at once (${name}).`, { default: 10, minimum: 1 });
const editInterval = (name: string) =>
  integer(`Milliseconds between edits of an answer being written (${name}).`, { default: 1500, minimum: 1 });

/** Chat platforms. Sources: seed 000, "Chat Adapters in Kubernetes"; reference foxctl.md, section 4.4. */
export const chat = group("The chat platform that foxctl answers on.", {
  adapter: oneOf("Which one (`--chat`). Its credentials are in secrets.chat.", {
    options: ["none", "discord", "telegram", "teams"],
    default: "none",
  }),
  discord: group("Discord.", {
    guildId: text("Server (DISCORD_GUILD_ID)."),
    activityChannel: text("Channel for activity (DISCORD_ACTIVITY_CHANNEL)."),
    agentChannel: text("Channel for agents (DISCORD_AGENT_CHANNEL)."),
    chatChannels: list("Channels to answer in (DISCORD_CHAT_CHANNELS).", {
      item: text("A channel.", { minLength: 1 }),
    }),
    chatProfile: profile("DISCORD_CHAT_PROFILE"),
    chatSystemPrompt: systemPrompt("DISCORD_CHAT_SYSTEM_PROMPT"),
  }),
  telegram: group("Telegram.", {
    activityChatId: text("Chat for activity (TELEGRAM_ACTIVITY_CHAT_ID).", { pattern: "-?[0-9]+" }),
    agentChatId: text("Chat for agents (TELEGRAM_AGENT_CHAT_ID).", { pattern: "-?[0-9]+" }),
    chatIds: list("Chats to answer in (TELEGRAM_CHAT_IDS).", {
      item: text("A chat's number.", { pattern: "-?[0-9]+", minLength: 1 }),
    }),
    chatProfile: profile("TELEGRAM_CHAT_PROFILE"),
    chatSystemPrompt: systemPrompt("TELEGRAM_CHAT_SYSTEM_PROMPT"),
    maxConcurrentMessages: maxConcurrentMessages("TELEGRAM_MAX_CONCURRENT_MESSAGES"),
    editIntervalMs: editInterval("TELEGRAM_EDIT_INTERVAL_MS"),
  }),
  teams: group("Microsoft Teams, which calls POST /api/teams/messages from outside.", {
    tenantId: text("Tenant (TEAMS_TENANT_ID)."),
    clientId: text("Client (TEAMS_CLIENT_ID)."),
    chatConversationIds: list("Conversations to answer in (TEAMS_CHAT_CONVERSATION_IDS).", {
      item: text("A conversation.", { minLength: 1 }),
    }),
    agentConversationId: text("Conversation for agents (TEAMS_AGENT_CONVERSATION_ID)."),
    activityFeedConversationId: text("Conversation for activity (TEAMS_ACTIVITY_FEED_CONVERSATION_ID)."),
    chatProfile: profile("TEAMS_CHAT_PROFILE"),
    chatSystemPrompt: systemPrompt("TEAMS_CHAT_SYSTEM_PROMPT"),
    maxConcurrentMessages: maxConcurrentMessages("TEAMS_MAX_CONCURRENT_MESSAGES"),
    editIntervalMs: editInterval("TEAMS_EDIT_INTERVAL_MS"),
  }),
});
