import { integer } from "../../../values/integer.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

/** What the instance is and calls itself. Sources: seed 003, step 2; reference arizuko.md, sections 2.2 and 4.2. */
export const instance = {
  instance: text("Name of the instance (INSTANCE_NAME); its data are in the folder arizuko_‹instance›.", {
    default: "demo",
    pattern: "[A-Za-z0-9_][A-Za-z0-9_-]*",
    minLength: 1,
    maxLength: 32,
  }),
  assistantName: text("What the assistant is called (ASSISTANT_NAME): one word, or no daemon starts.", {
    default: "Ari",
    pattern: `[^\\s:'"\\\\/]+`,
    minLength: 1,
  }),
  publicUrl: text("Address at which people reach it; without it nobody can sign in.", {
    pattern: "https?://[^/ ]+",
    example: "https://demo.example.com",
  }),
  webHost: text("Host in links (WEB_HOST); empty for that of publicUrl.", { pattern: "[^ ]+" }),
  authBaseUrl: text("Address that sign-in returns to (AUTH_BASE_URL); empty for publicUrl.", {
    pattern: "https?://[^ ]+",
  }),
  hostDataDir: text(
    "Where the engine that runs agents finds the data (HOST_DATA_DIR); empty for where the daemons do.",
    { pattern: "/[^: ]+" },
  ),
  hostAppDir: text("Where skills are within the image (HOST_APP_DIR).", {
    default: "/opt/arizuko",
    pattern: "/[^: ]+",
    minLength: 1,
  }),
  logLevel: oneOf("How much the daemons log (LOG_LEVEL).", {
    options: ["debug", "info", "warn", "error"],
    default: "info",
  }),
  timeZone: text("Time zone of schedules (TZ); empty for UTC. The image needs tzdata for it, which upstream's lacks.", {
    example: "Europe/Prague",
  }),
  replicas: integer("1, or 0 to take the pod down, say to restore a backup: two would corrupt the databases.", {
    default: 1,
    minimum: 0,
    maximum: 1,
  }),
} as const;
