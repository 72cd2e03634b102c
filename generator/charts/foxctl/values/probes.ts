import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

export interface Timing {
  /** All in seconds, but for the last. */
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** When a probe runs, and how often it may fail. */
export function timingValues(timing: Timing) {
  return {
    initialDelaySeconds: integer("Seconds until the first probe.", { default: timing.initialDelaySeconds, minimum: 0 }),
    periodSeconds: integer("Seconds from one probe to the next.", { default: timing.periodSeconds, minimum: 1 }),
    timeoutSeconds: integer("Seconds that one probe may take.", { default: timing.timeoutSeconds, minimum: 1 }),
    failureThreshold: integer("How many failures in a row count.", { default: timing.failureThreshold, minimum: 1 }),
  } as const;
}

/** A command and its arguments. */
export function commandValue(description: string, command: readonly string[]) {
  return list(description, { item: text("A word of the command."), default: command, minItems: 1 });
}

/** Probes of a process that answers HTTP and may have commands for its health. Source: seed 000, "Health and Readiness". */
export const probes = group("How Kubernetes asks for the health of the process.", {
  mode: oneOf("By HTTP (/healthz and /readyz), by the commands below, or not at all.", {
    options: ["http", "exec", "off"],
    default: "http",
  }),
  startup: group("Until it has started.", {
    ...timingValues({ initialDelaySeconds: 0, periodSeconds: 2, timeoutSeconds: 3, failureThreshold: 60 }),
  }),
  liveness: group("Whether it must be restarted.", {
    command: commandValue("Command in mode exec.", ["foxctl", "health"]),
    ...timingValues({ initialDelaySeconds: 10, periodSeconds: 30, timeoutSeconds: 5, failureThreshold: 3 }),
  }),
  readiness: group("Whether it may be sent requests.", {
    command: commandValue("Command in mode exec.", ["foxctl", "health", "--ready"]),
    ...timingValues({ initialDelaySeconds: 5, periodSeconds: 10, timeoutSeconds: 3, failureThreshold: 3 }),
  }),
});

/** What happens before a pod is told to end. */
export const preStop = group("What happens before the process is told to end.", {
  mode: oneOf("Run the command, sleep so that no request is on its way any more, or nothing.", {
    options: ["drain", "sleep", "none"],
    default: "sleep",
  }),
  drainCommand: commandValue("Command in mode drain.", ["foxctl", "drain"]),
  sleepSeconds: integer("Seconds to sleep in mode sleep.", { default: 5, minimum: 1 }),
});
