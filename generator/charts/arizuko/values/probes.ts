import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";

function timing(description: string, periodSeconds: number, failureThreshold: number) {
  return group(description, {
    enabled: boolean("Whether it is asked.", { default: true }),
    periodSeconds: integer("Seconds between two questions.", { default: periodSeconds, minimum: 1 }),
    timeoutSeconds: integer("Seconds until a question has failed.", { default: 5, minimum: 1 }),
    failureThreshold: integer("How many failures in a row decide.", { default: failureThreshold, minimum: 1 }),
  });
}

/** Sources: seed 003, step 4; reference arizuko.md, section 3. */
export const probes = group("How Kubernetes asks the daemons whether they are well. None asks about a platform.", {
  startup: timing("Whether a daemon has come up; what starts after it waits for this.", 2, 60),
  liveness: timing("Whether a daemon still answers; otherwise its container, and no other, is restarted.", 20, 3),
  readiness: timing("Whether proxyd answers; no other daemon can take the pod out of its Service.", 10, 3),
});
