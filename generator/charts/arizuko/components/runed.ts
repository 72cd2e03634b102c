import { always, isSet } from "../../../expressions/condition.ts";
import { string, toText } from "../../../expressions/text.ts";
import { when } from "../../../template/when.ts";
import { mainContainer } from "../../../topology/pod.ts";
import { fromSecret } from "../../../topology/secret-source.ts";
import { endpoint } from "../../../topology/service.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { given } from "../values.ts";
import { authd } from "./authd.ts";
import { withAgents, withDind, withHostSocket } from "./conditions.ts";
import { configured } from "./configuration.ts";
import { authority, daemon, healthOf, loopbackUnlessMetrics } from "./daemon.ts";
import { dataDirectory, scratch, wholeVolume } from "./data.ts";
import { socketDirectory, socketOfEngine } from "./engine.ts";
import { mediaVariables } from "./routd.ts";
import { agentsCredentials, arizukoSecret } from "./secrets.ts";
import { appSource } from "./system.ts";

const { agents, image } = given;

/** Where the Docker client finds credentials for the registry of the agents' image. */
const dockerConfig = "/etc/docker-config";

export const runed = daemon("runed", {
  metered: true,
  description: "Runs agents, in containers of a Docker engine.",
  enabled: withAgents,
  connections: [{ to: endpoint(authd, "authd"), when: always }],
  variables: {
    ...configured("WEB_HOST", "CONTAINER_IMAGE", "HOST_DATA_DIR", "HOST_APP_DIR"),
    ...plainVariables({
      DATA_DIR: dataDirectory,
      LISTEN_ADDR: loopbackUnlessMetrics("runed"),
      ...authority,
      APP_SRC_DIR: appSource,
      DOCKER_HOST: `unix://${socketOfEngine}`,
      DOCKER_CONFIG: when<string>(isSet(agents.pullSecret), dockerConfig),
      RUNED_RUN_TIMEOUT: agents.runTimeout,
      RUNED_SHUTDOWN_GRACE: string`${agents.shutdownGraceSeconds}s`,
      MAX_CONCURRENT_CONTAINERS: toText(agents.maxConcurrent),
      ...mediaVariables,
    }),
  },
  secrets: {
    ANTHROPIC_API_KEY: fromSecret(arizukoSecret, "anthropicApiKey", { when: agentsCredentials.ANTHROPIC_API_KEY }),
    CLAUDE_CODE_OAUTH_TOKEN: fromSecret(arizukoSecret, "claudeCodeOauthToken", {
      when: agentsCredentials.CLAUDE_CODE_OAUTH_TOKEN,
    }),
    OPENAI_API_KEY: fromSecret(arizukoSecret, "openaiApiKey", { when: agentsCredentials.OPENAI_API_KEY }),
    CODEX_API_KEY: fromSecret(arizukoSecret, "codexApiKey", { when: agentsCredentials.CODEX_API_KEY }),
  },
  directories: {
    ...scratch("runed"),
    "docker-config": {
      path: dockerConfig,
      volume: {
        secret: { secretName: agents.pullSecret, items: [{ key: ".dockerconfigjson", path: "config.json" }] },
      },
      readOnly: true,
      when: isSet(agents.pullSecret),
    },
  },
  mounts: [
    wholeVolume,
    { volume: "docker-socket", at: socketDirectory, when: withDind },
    // The node's own is a file, and so is where it is mounted.
    { volume: "docker-socket", at: socketOfEngine, when: withHostSocket },
  ],
});

export const runedContainer = mainContainer(runed, {
  values: agents.runed,
  image,
  sharedProbes: healthOf("runed"),
  body: { command: ["/usr/local/bin/runed"] },
});
