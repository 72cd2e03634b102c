import { readFile } from "node:fs/promises";
import { request } from "node:https";
import { parse } from "yaml";
import type { ClusterAccess } from "./access.ts";
import type { Endpoint, Kubeconfig } from "./credentials.ts";

export interface ApiClient extends Endpoint {
  readonly token: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly text: string;
}

/** The administrator's, of a cluster that runs. */
export async function clientOf({ kubeconfig }: ClusterAccess): Promise<ApiClient> {
  const content: Kubeconfig = parse(await readFile(kubeconfig, "utf8"));
  const { cluster } = content.clusters[0];
  return {
    url: cluster.server,
    certificate: cluster["certificate-authority"],
    token: content.users[0].user.token,
  };
}

/** One request to the API server, for programs that ask too often to start kubectl each time. */
export async function callApi(
  client: ApiClient,
  method: string,
  path: string,
  body?: unknown,
  accept = "application/json",
): Promise<ApiResponse> {
  const ca = await readFile(client.certificate, "utf8");
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${client.token}`, "content-type": "application/json", accept };
    const call = request(`${client.url}${path}`, { ca, method, headers, timeout: 30_000 }, (response) => {
      response.setEncoding("utf8");
      let text = "";
      response.on("data", (part: string) => {
        text += part;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", reject);
    });
    call.on("timeout", () => call.destroy(new Error(`The API server did not answer ${method} ${path} in 30 s.`)));
    call.on("error", reject);
    call.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
