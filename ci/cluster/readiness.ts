import { type ApiClient, callApi } from "./api-client.ts";
import type { ServerProcess } from "./server-process.ts";
import { waitUntil } from "./wait-until.ts";

const startTimeoutSeconds = 60;

/**
 * Waits for a condition that the servers bring about; a condition that cannot be asked does not hold yet.
 * @throws Error with the last lines of the logs when a server ended or the condition does not hold in time
 */
export async function waitUntilReady(
  what: string,
  running: readonly ServerProcess[],
  condition: () => Promise<boolean>,
): Promise<void> {
  const ended = (): ServerProcess | undefined => running.find((server) => server.hasEnded());
  const isOver = await waitUntil(
    async () => ended() !== undefined || (await holds(condition)),
    startTimeoutSeconds * 1000,
  );
  const dead = ended();
  if (isOver && dead === undefined) return;
  const problem =
    dead === undefined ? `was not ready after ${startTimeoutSeconds} s` : `did not start: ${dead.program.name} ended`;
  const logs = await Promise.all(
    running.map(async (server) => `--- ${server.program.name}\n${await server.lastLog()}`),
  );
  throw new Error(`${what} ${problem}. The last lines of the logs say why:\n${logs.join("\n")}`);
}

async function holds(condition: () => Promise<boolean>): Promise<boolean> {
  try {
    return await condition();
  } catch {
    return false;
  }
}

/** Also waits for the namespace `default`, which is made a moment after the server says that it is ready. */
export async function isApiReady(client: ApiClient): Promise<boolean> {
  return (await answersOk(client, "/readyz")) && (await answersOk(client, "/api/v1/namespaces/default"));
}

async function answersOk(client: ApiClient, path: string): Promise<boolean> {
  return (await callApi(client, "GET", path)).status === 200;
}
