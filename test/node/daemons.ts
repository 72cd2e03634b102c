import type { Release } from "../cluster/helm.ts";
import { containers, eventually, inContainer } from "./release.ts";

/** Exchanges a daemon's own key for a token, in its own container, and prints the answer. */
export const exchange = (daemon: string) =>
  `wget -q -O - --header "Authorization: Bearer $AUTHD_SERVICE_KEY" --header "Content-Type: application/json" \
    --post-data '{"daemon":"${daemon}"}' http://127.0.0.1:8081/v1/service-token`;

/** What routd knows of channels. */
export const channels = `token="$(${exchange("routd")} | sed -n 's/.*"token" *: *"\\([^"]*\\)".*/\\1/p')"
  wget -q -O - --header "Authorization: Bearer $token" http://127.0.0.1:8083/v1/channels`;

/** Ends containers, all at once, and waits until they are there again. */
export async function killed(release: Release, ...names: readonly string[]): Promise<void> {
  const before = await containers(release);
  // The shell that says so goes with the container.
  await Promise.all(names.map((name) => inContainer(release, name, "kill 1").catch(() => "")));
  await eventually(`${names.join(", ")}: started again`, async () => {
    const after = await containers(release);
    return names.every((name) => {
      const container = after.get(name);
      return container?.ready === true && container.restartCount > (before.get(name)?.restartCount ?? 0);
    });
  });
}
