import { always, and, type Condition, equals, never } from "../../../expressions/condition.ts";
import { randomText } from "../../../expressions/text.ts";
import { secretSource } from "../../../topology/secret-source.ts";
import { given } from "../values.ts";
import {
  hasAccounts,
  onboarding,
  withAgents,
  withDiscord,
  withGithub,
  withGoogle,
  withOtlp,
  withSurrogate,
} from "./conditions.ts";
import { credentials } from "./credentials.ts";

const { secrets, agents, telemetry } = given;

const made = (needed: Condition) => ({ needed, generate: randomText(48) });

/** What agents are given, by variable, and when. */
export const agentsCredentials = {
  ANTHROPIC_API_KEY: and(withAgents, equals(agents.credential, "ANTHROPIC_API_KEY")),
  CLAUDE_CODE_OAUTH_TOKEN: and(withAgents, equals(agents.credential, "CLAUDE_CODE_OAUTH_TOKEN")),
  OPENAI_API_KEY: and(withAgents, agents.openai),
  CODEX_API_KEY: and(withAgents, agents.codex),
} as const;

/** Every secret of the instance. Sources: seed 003, step 3; reference arizuko.md, sections 4.1 and 6. */
export const arizukoSecret = secretSource(
  "secrets",
  "the daemons' keys and credentials",
  secrets,
  {
    secretsKey: made(always),
    authSecret: made(always),
    channelSecret: { needed: never, optional: true },
    authdKey: made(always),
    routdKey: made(always),
    runedKey: made(withAgents),
    timedKey: made(withAgents),
    onbodKey: made(onboarding),
    dashdKey: made(always),
    webdKey: made(always),
    proxydKey: made(always),
    teledKey: made(hasAccounts("teled")),
    slakdKey: made(hasAccounts("slakd")),
    discdKey: made(hasAccounts("discd")),
    mastdKey: made(hasAccounts("mastd")),
    bskydKey: made(hasAccounts("bskyd")),
    reditdKey: made(hasAccounts("reditd")),
    emaidKey: made(hasAccounts("emaid")),
    linkdKey: made(hasAccounts("linkd")),
    whapdKey: made(hasAccounts("whapd")),
    twitdKey: made(hasAccounts("twitd")),
    anthropicApiKey: { needed: agentsCredentials.ANTHROPIC_API_KEY },
    claudeCodeOauthToken: { needed: agentsCredentials.CLAUDE_CODE_OAUTH_TOKEN },
    openaiApiKey: { needed: agentsCredentials.OPENAI_API_KEY },
    codexApiKey: { needed: agentsCredentials.CODEX_API_KEY },
    githubClientSecret: { needed: withGithub },
    googleClientSecret: { needed: withGoogle },
    discordClientSecret: { needed: withDiscord },
    surrogateGithubClientSecret: { needed: withSurrogate },
    otlpHeaders: { needed: and(withOtlp, telemetry.otlp.headersFromSecret) },
  },
  {
    entryKeys: Object.values(credentials).flatMap((keys) => Object.values(keys)),
    existingCredentials: secrets.existingCredentials,
  },
);
