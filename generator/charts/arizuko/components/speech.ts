import { isSet } from "../../../expressions/condition.ts";
import { when } from "../../../template/when.ts";
import { component } from "../../../topology/component.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { ownSpeech } from "./conditions.ts";
import { configured } from "./configuration.ts";
import { scratch } from "./data.ts";
import { speaker } from "./outside.ts";
import { ports, urlOfDaemon } from "./ports.ts";
import { system } from "./system.ts";

const { speech } = given;
const elsewhere = isSet(speech.backendUrl);

/** Source: reference arizuko.md, section 2.1. */
export const ttsd = component({
  name: "ttsd",
  suffix: "ttsd",
  description: "Turns text into speech, by asking a server that can.",
  enabled: speech.enabled,
  within: system,
  listeners: { ttsd: { port: ports.ttsd, loopback: true } },
  connections: [{ to: speaker, when: elsewhere }],
  variables: {
    ...configured("LOG_LEVEL"),
    ...plainVariables({
      TTSD_ADDR: `127.0.0.1:${ports.ttsd}`,
      TTS_BACKEND_URL: when<string>(elsewhere, speech.backendUrl, urlOfDaemon("speech")),
    }),
  },
});

/** Its health is that of the server behind it, so it is asked only whether it listens. */
export const ttsdContainer = mainContainer(ttsd, {
  values: speech.ttsd,
  image: speech.ttsd.image,
  body: { command: ["/usr/local/bin/ttsd"] },
});

/** A server that is not arizuko's own: Kokoro. */
export const speaking = component({
  name: "speech",
  suffix: "speech",
  description: "The server in the pod that speaks.",
  enabled: ownSpeech,
  within: system,
  listeners: { speech: { port: ports.speech } },
  directories: scratch("speech"),
});

export const speakingContainer = mainContainer(speaking, {
  values: speech.backend,
  image: speech.backend.image,
  body: {},
});
