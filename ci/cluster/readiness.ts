import { readFile } from "node:fs/promises";
import { request } from "node:https";
import type { ServerProcess } from "./server-process.ts";
import { waitUntil } from "./wait-until.ts";

const startTimeoutSeconds = 60;

/** Fails with the last lines of the logs when a server ended or the API server is not ready in time. */
export async function waitUntilReady(
  url: string,
  certificate: string,
  token: string,
  running: readonly ServerProcess[],
): Promise<void> {
  const ended = (): ServerProcess | undefined => running.find((server) => server.hasEnded());
  const isReady = async (): Promise<boolean> =>
    (await answersOk(`${url}/readyz`, certificate, token)) &&
    // This namespace is made a moment after the server says that it is ready.
    (await answersOk(`${url}/api/v1/namespaces/default`, certificate, token));

  const isOver = await waitUntil(async () => ended() !== undefined || (await isReady()), startTimeoutSeconds * 1000);
  const dead = ended();
  if (isOver && dead === undefined) return;
  const what =
    dead === undefined ? `was not ready after ${startTimeoutSeconds} s` : `did not start: ${dead.name} ended`;
  const logs = await Promise.all(running.map(async (server) => `--- ${server.name}\n${await server.lastLog()}`));
  throw new Error(`The Kubernetes API server ${what}. The last lines of the logs say why:\n${logs.join("\n")}`);
}

async function answersOk(url: string, certificate: string, token: string): Promise<boolean> {
  let ca: string;
  try {
    ca = await readFile(certificate, "utf8");
  } catch {
    // The server has not written it yet.
    return false;
  }
  return new Promise((resolve) => {
    const call = request(url, { ca, headers: { authorization: `Bearer ${token}` }, timeout: 5000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    call.on("timeout", () => call.destroy());
    call.on("error", () => resolve(false));
    call.end();
  });
}
