import { and, type Condition, equals, hasEntries, isSet, not, or } from "../../../expressions/condition.ts";
import { given } from "../values.ts";

const { agents, adapters, speech, oauth, telemetry, onbod } = given;

export const withDind = equals(agents.mode, "dind");
export const withHostSocket = equals(agents.mode, "hostSocket");

/** Whether agents run: runed, and timed, which only makes work for them. */
export const withAgents = or(withDind, withHostSocket);

/** Whether web chats and webhooks are published: without agents their messages are tried again for ever. */
export const withChats = or(withAgents, agents.chatsWithoutAgents);

/** Whether what people write on platforms is kept rather than answered. */
export const observing = and(not(withAgents), agents.observe);

export const onboarding: Condition = onbod.enabled;

/** Whether the server that speaks is in the pod. */
export const ownSpeech = and(speech.enabled, not(isSet(speech.backendUrl)));

export const withGithub = isSet(oauth.github.clientId);
export const withGoogle = isSet(oauth.google.clientId);
export const withDiscord = isSet(oauth.discord.clientId);
export const withSurrogate = isSet(oauth.surrogateGithub.clientId);
export const withOauth = or(withGithub, withGoogle, withDiscord, oauth.telegram);

export const withOtlp = isSet(telemetry.otlp.endpoint);
export const withMetrics: Condition = telemetry.metrics.enabled;

/** Whether an adapter has accounts. */
export const hasAccounts = (name: keyof typeof adapters & string): Condition => hasEntries(adapters[name].accounts);
