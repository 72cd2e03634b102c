import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { request as callServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { clientOf } from "../../ci/cluster/api-client.ts";

/** What is about to be asked of an API server. */
export interface Call {
  readonly method: string;
  readonly path: string;
}

/** A way to an API server on which something is done before each call goes on. */
export interface Gate {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Calls that the API server does not answer are not answered here either, as if the way led there directly. */
export async function startGate(cluster: ClusterAccess, before: (call: Call) => void): Promise<Gate> {
  const { url, certificate, token } = await clientOf(cluster);
  const ca = await readFile(certificate, "utf8");
  const gate = createServer((call, answer) => {
    const { method = "GET", url: path = "/" } = call;
    before({ method, path });
    // Without TLS, Helm does not say who it is.
    const headers = { ...call.headers, authorization: `Bearer ${token}` };
    const passedOn = callServer(`${url}${path}`, { ca, method, headers }, (answered) => {
      answer.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.on("error", () => answer.destroy());
      answered.pipe(answer);
    });
    passedOn.on("error", () => answer.destroy());
    call.pipe(passedOn);
  });
  await new Promise<void>((resolve) => gate.listen(0, "127.0.0.1", resolve));
  const { port } = gate.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    gate.closeAllConnections();
    await new Promise((resolve) => gate.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}`, stop };
}
