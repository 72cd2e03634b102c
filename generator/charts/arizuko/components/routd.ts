import { always, isSet } from "../../../expressions/condition.ts";
import { toText } from "../../../expressions/text.ts";
import { when, whenSet } from "../../../template/when.ts";
import type { Connection } from "../../../topology/connection.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { endpoint } from "../../../topology/service.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { authd } from "./authd.ts";
import { onboarding, withSurrogate } from "./conditions.ts";
import { configured } from "./configuration.ts";
import { authority, daemon, healthOf, loopbackUnlessMetrics } from "./daemon.ts";
import { dataDirectory, scratch, wholeVolume } from "./data.ts";
import { oauthProviders, whisper } from "./outside.ts";
import { urlOfDaemon } from "./ports.ts";
import { arizukoSecret } from "./secrets.ts";
import { appSource } from "./system.ts";

const { agents, media, speech, onbod, oauth, image, routd: values } = given;

const transcribed = isSet(media.whisperUrl);

/** What both who speaks with people and who runs agents know of files and voices. Source: reference arizuko.md, 2.2. */
export const mediaVariables = {
  MEDIA_ENABLED: toText(media.enabled),
  // Its own default is timed's port.
  WHISPER_BASE_URL: whenSet(media.whisperUrl),
  VOICE_TRANSCRIPTION_ENABLED: when<string>(transcribed, "true", "false"),
  VIDEO_TRANSCRIPTION_ENABLED: when<string>(transcribed, "true", "false"),
  TTS_ENABLED: toText(speech.enabled),
  TTS_BASE_URL: when<string>(speech.enabled, urlOfDaemon("ttsd")),
  TTS_VOICE: whenSet(speech.voice, speech.enabled),
} as const;

export const surrogateVariables = {
  SURROGATE_GITHUB_CLIENT_ID: when<string>(withSurrogate, oauth.surrogateGithub.clientId),
} as const;

export const surrogateSecrets = {
  SURROGATE_GITHUB_CLIENT_SECRET: fromSecret(arizukoSecret, "surrogateGithubClientSecret", { when: withSurrogate }),
} as const;

export const routd = daemon("routd", {
  metered: true,
  description: "Knows conversations and channels, and says where each message goes.",
  connections: [
    { to: endpoint(authd, "authd"), when: always },
    { to: whisper, when: transcribed },
    { to: oauthProviders, when: withSurrogate },
  ],
  variables: {
    ...configured("WEB_HOST", "HOST_APP_DIR"),
    ...plainVariables({
      DATA_DIR: dataDirectory,
      LISTEN_ADDR: loopbackUnlessMetrics("routd"),
      ...authority,
      // Unset, it would be the name of a Service that anybody may have.
      RUNED_URL: urlOfDaemon("runed"),
      ONBOD_URL: when<string>(onboarding, urlOfDaemon("onbod")),
      APP_SRC_DIR: appSource,
      RUNED_RUN_TIMEOUT: agents.runTimeout,
      MAX_CONCURRENT_CONTAINERS: toText(agents.maxConcurrent),
      ONBOARDING_ENABLED: toText(onboarding),
      ONBOARDING_PLATFORMS: whenSet(onbod.platforms, onboarding),
      ...mediaVariables,
      ...surrogateVariables,
    }),
  },
  secrets: { SECRETS_KEY: fromSecret(arizukoSecret, "secretsKey", { when: always }), ...surrogateSecrets },
  directories: scratch("routd"),
  mounts: [wholeVolume],
});

/** Whom daemons ask that take part in conversations. */
export const coreConnections: readonly Connection[] = [
  { to: endpoint(authd, "authd"), when: always },
  { to: endpoint(routd, "routd"), when: always },
];

export const routdContainer = mainContainer(routd, {
  values,
  image,
  sharedProbes: healthOf("routd"),
  body: { command: ["/usr/local/bin/routd"], restartPolicy: "Always" },
});
