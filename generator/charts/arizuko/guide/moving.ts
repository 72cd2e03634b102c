import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { commit } from "../upstream.ts";
import { files } from "./backup.ts";
import { arizuko, dataDirectory, dataFolder, dataRoot, images, instance, keyName, release } from "./facts.ts";

/** Source: arizuko's compose generator and template/env.example (reference arizuko.md, sections 2.2 and 2.3). */
const variables: readonly (readonly [variable: string, value: string])[] = [
  ["`ASSISTANT_NAME`", "`assistantName`"],
  ["`WEB_HOST`, `AUTH_BASE_URL`", "`publicUrl`; if they differ, `webHost` and `authBaseUrl`"],
  ["`LOG_LEVEL`, `TZ`", "`logLevel`, `timeZone` (the image lacks tzdata)"],
  ["`CONTAINER_IMAGE`", "`agents.image`"],
  ["`MAX_CONCURRENT_CONTAINERS`, `RUNED_RUN_TIMEOUT`", "`agents.maxConcurrent`, `agents.runTimeout`"],
  ["`RUNED_SHUTDOWN_GRACE`", "`agents.shutdownGraceSeconds`, in seconds"],
  ["`IDLE_TIMEOUT`, `CONTAINER_TIMEOUT`, `MOUNT_ALLOWED_ROOTS`", "`agents.runed.env`"],
  ["`ARIZUKO_DEFAULT_MODEL`, `COST_CAPS_ENABLED` and others of routd", "`routd.env`"],
  ["`ANTHROPIC_API_KEY`, `CLAUDE_CODE_OAUTH_TOKEN`", "the Secret, the same key; `agents.credential`"],
  ["`OPENAI_API_KEY`, `CODEX_API_KEY`", "the Secret, the same key; `agents.openai`, `agents.codex`"],
  [`\`${keyName("secretsKey")}\`, \`${keyName("authSecret")}\``, "the Secret, the same key and the same value"],
  ["`AUTHD_SERVICE_KEY`, `AUTHD_SERVICE_KEYS`", "nothing: new ones are made"],
  [`\`${keyName("channelSecret")}\`, \`API_PORT\`, \`WEB_PORT\``, "nothing"],
  ["`GITHUB_CLIENT_ID`, `GITHUB_ALLOWED_ORG`", "`oauth.github.clientId`, `oauth.github.allowedOrg`"],
  ["`GOOGLE_CLIENT_ID`, `GOOGLE_ALLOWED_EMAILS`", "`oauth.google.clientId`, `oauth.google.allowedEmails`"],
  ["`DISCORD_CLIENT_ID`, `SURROGATE_GITHUB_CLIENT_ID`", "`oauth.discord.clientId`, `oauth.surrogateGithub.clientId`"],
  ["`GITHUB_CLIENT_SECRET` and the other client secrets", "the Secret, the same key"],
  ["`TRUSTED_PROXIES`, `CHAT_ANON_DOS_RPM`", "`proxyd.trustedProxies`, `proxyd.chatRequestsPerMinute`"],
  ["`PUB_REDIRECT_URL`", "`proxyd.pubRedirectUrl`"],
  ["`HOSTING_DOMAIN`, `WEB_VHOST_ALIASES`", "`proxyd.env` and `routd.env`"],
  [
    "`ONBOARDING_ENABLED`, `ONBOARDING_PLATFORMS`, `ONBOARDING_GREETING`",
    "`onbod.enabled`, `onbod.platforms`, `onbod.greeting`",
  ],
  ["`MEDIA_ENABLED`, `WHISPER_BASE_URL`", "`media.enabled`, `media.whisperUrl`"],
  ["`TTS_ENABLED`, `TTS_VOICE`", "`speech.enabled`, `speech.voice`"],
  ["`OTEL_EXPORTER_OTLP_ENDPOINT`, `METRICS_ENABLED`", "`telemetry.otlp.endpoint`, `telemetry.metrics.enabled`"],
  ["tokens of adapters", "the Secret, the same key, and an account under `adapters`"],
  ["other variables of an adapter", "a field of the account; see Environment variables"],
  ["`CRACKBOX_ADMIN_API`, `EGRESS_CRACKBOX` and the like", "nothing; see Agents"],
];

export const movingChapter: Chapter = {
  title: "Data from elsewhere",
  paragraphs: [
    "### From Docker Compose",
    paragraph(
      `The folder is the same: \`${dataDirectory}\` of the old machine becomes \`${dataDirectory}\` on the claim, and`,
      "`instance` is what follows the underscore. The pod's start recognises it, creates nothing, and stores the",
      "chart's own routes over those of Docker Compose.",
    ),
    `1. ${paragraph(
      `Bring the old machine to arizuko ${commit} and see it work there. The chart refuses the layout of v0.63.0, in which`,
      "the databases are directly in `store/`.",
    )}`,
    `2. ${paragraph(`Stop it, so that no \`-wal\` file is left: \`docker compose down\`.`)}`,
    `3. ${paragraph("Make the Secret with the old SECRETS_KEY, AUTH_SECRET and tokens, write your values by the table below, and install with no pod (`npm run env-import` makes both from the old .env):")}`,
    shell(`helm install ${release} charts/arizuko -f my-values.yaml --set replicas=0`),
    `4. ${paragraph("Copy the data through the pod that Backup and restore shows, then leave the plain secrets behind, move the state of two adapters, and start:")}`,
    shell(
      ...files.stopped,
      `sudo tar -C ${dataRoot} --exclude=./${dataFolder}/env -cf - ./${dataFolder} |`,
      `  kubectl exec -i ${files.name} -- tar -C ${dataRoot} --no-same-owner -xf -`,
      `kubectl exec ${files.name} -- sh -ec '`,
      `  cd ${dataDirectory}`,
      "  rm -rf env docker-compose.yml; : > .env",
      "  [ ! -e store/whatsapp-auth ] || mv store/whatsapp-auth store/whapd",
      "  [ ! -e store/twitter-auth ] || mv store/twitter-auth store/twitd",
      "'",
      ...files.started,
    ),
    `5. ${paragraph("See what the start said, and that groups and routes are there:")}`,
    shell(
      `kubectl logs deployment/${release} -c init-data`,
      arizuko("group", instance, "list"),
      arizuko("route", instance, "list"),
    ),
    bullets(
      "Routes of proxyd that Docker Compose had and the chart has not, such as `/dav/` without `davd.enabled`, stay in the " +
        "database and lead to names that do not exist here: 502. Delete them on the page `/dash/proxyd/`.",
      "Never let the old machine and the pod run at once: both would answer on every platform.",
      "State of teled and others is found if the channel's name is the same (`telegram`).",
    ),
    "### Variables and values",
    proseTable(["Variable of the old .env", "Value of the chart"], ...variables),
    paragraph("Any other variable of a daemon goes into its `env`, by name:"),
    yaml("routd:", "  env:", "    ARIZUKO_DEFAULT_MODEL:", "      value: claude-sonnet-4-6"),
    "### From v0.63.0",
    paragraph(
      "The pod stops with a message that names the file. On the old machine, with everything stopped, the newer image",
      "moves the databases into their folders. Keep a copy of the folder first. Then go on as above:",
    ),
    shell(
      `sudo cp -a ${dataDirectory} ${dataDirectory}.before`,
      `docker run --rm -v ${dataRoot}:${dataRoot} ${images.main} arizuko generate ${instance}`,
    ),
    paragraph(
      "v0.63.0 also has `store/messages.db`, which newer daemons do not read. This shows what would be copied from there;",
      "without `--dry-run` it copies:",
    ),
    shell(`docker run --rm -v ${dataRoot}:${dataRoot} ${images.main} arizuko migrate-split ${instance} --dry-run`),
    paragraph(
      "Then run the newer version there once, and look for your groups. Nobody has tried this way with the chart.",
    ),
  ],
};
