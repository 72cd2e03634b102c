import { absolutePath } from "../../../kubernetes/patterns.ts";
import { resourceValues } from "../../../kubernetes/resources.ts";
import { boolean } from "../../../values/boolean.ts";
import { decimal } from "../../../values/decimal.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

const identifier = text("An identifier.", { pattern: "[^,\\s]+", minLength: 1 });

/** Events that foxctl writes to a directory. Source: reference foxctl.md, sections 3.4 and 4.2. */
export const observability = group("Events that foxctl writes to a directory.", {
  directory: text("Directory for them (FOXCTL_OBS_DIR), which must be writable.", {
    default: "/var/log/foxctl",
    pattern: absolutePath,
    minLength: 2,
  }),
  sampleRate: decimal("Share of ordinary events that is written (FOXCTL_OBS_SAMPLE_RATE).", {
    default: 0.05,
    minimum: 0,
    maximum: 1,
  }),
  slowThresholdMs: integer("Milliseconds from which an event counts as slow (FOXCTL_OBS_SLOW_THRESHOLD_MS).", {
    default: 1000,
    minimum: 0,
  }),
  sampleErrors: boolean("Write every error (FOXCTL_OBS_SAMPLE_ERRORS).", { default: true }),
  alwaysSampleSessions: list("Sessions of which everything is written (FOXCTL_OBS_ALWAYS_SAMPLE_SESSIONS).", {
    item: identifier,
  }),
  alwaysSampleWorkspaces: list("Workspaces of which everything is written (FOXCTL_OBS_ALWAYS_SAMPLE_WORKSPACES).", {
    item: identifier,
  }),
  retention: group("A small container in each long-running pod that keeps the directory within bounds.", {
    enabled: boolean("Whether it runs. Without it the pod is evicted once the directory is full.", { default: false }),
    days: integer("Days after which files that nobody writes to any more are deleted.", { default: 7, minimum: 1 }),
    maxFileMegabytes: integer("Size beyond which an event file loses its older half, in MiB.", {
      default: 100,
      minimum: 1,
    }),
    intervalSeconds: integer("Seconds between looks.", { default: 60, minimum: 1 }),
    resources: resourceValues(["10m", "16Mi", "16Mi"], ["50m", "32Mi", "32Mi"]),
  }),
});

/** Source: reference foxctl.md, section 3.3. */
export const logging = group("foxctl's own log.", {
  level: oneOf("Level (FOXCTL_LOGGING_LEVEL).", { options: ["debug", "info", "warn", "error"], default: "info" }),
  format: oneOf("Format (FOXCTL_LOGGING_FORMAT).", { options: ["text", "json"], default: "text" }),
  output: oneOf("Where it goes (FOXCTL_LOGGING_OUTPUT).", { options: ["stderr", "stdout"], default: "stderr" }),
});
