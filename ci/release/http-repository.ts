import type { Repository } from "./repository.ts";

const timeoutMilliseconds = 60_000;

/**
 * A web server that takes files by PUT, as WebDAV servers, Artifactory and Nexus do. Credentials for it are in the
 * variables that Helm's plug-in for pushing takes them from: HELM_REPO_USERNAME and HELM_REPO_PASSWORD.
 */
export function httpRepository(address: string): Repository {
  const base = address.endsWith("/") ? address : `${address}/`;
  /** What the server calls the version of a file that was read, so that nobody else's change is overwritten. */
  const versions = new Map<string, string>();
  return {
    place: address,
    read: async (name) => {
      const response = await request(new URL(name, base), { method: "GET" });
      if (response.status === 404) return undefined;
      refuseFailure(response, `${name} cannot be read from ${address}`);
      const version = response.headers.get("etag");
      if (version !== null && !version.startsWith("W/")) versions.set(name, version);
      return new Uint8Array(await response.arrayBuffer());
    },
    write: async (name, content) => {
      const version = versions.get(name);
      const headers = version === undefined ? {} : { "if-match": version };
      const body = new Uint8Array(content);
      const response = await request(new URL(name, base), { method: "PUT", body, headers });
      refuseFailure(response, `${name} cannot be written to ${address}`);
      versions.delete(name);
    },
  };
}

async function request(
  url: URL,
  options: RequestInit & { readonly headers?: Record<string, string> },
): Promise<Response> {
  const { HELM_REPO_USERNAME: user, HELM_REPO_PASSWORD: password } = process.env;
  const authorization =
    user !== undefined && password !== undefined
      ? { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` }
      : {};
  const headers = { ...options.headers, ...authorization };
  try {
    return await fetch(url, { ...options, headers, signal: AbortSignal.timeout(timeoutMilliseconds) });
  } catch (error) {
    throw new Error(`${url.origin} cannot be reached: ${causeOf(error)}`, { cause: error });
  }
}

/** @throws Error that says what to do about an answer that is no success */
function refuseFailure({ ok, status, statusText }: Response, what: string): void {
  if (ok) return;
  if (status === 401 || status === 403)
    throw new Error(`${what}: the credentials are missing or refused; set HELM_REPO_USERNAME and HELM_REPO_PASSWORD`);
  if (status === 412) throw new Error(`${what}: somebody else has changed it meanwhile; run the command again`);
  throw new Error(`${what}: the server answers ${status} ${statusText}`.trimEnd());
}

/** What fetch says is "fetch failed"; the reason is behind it. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error && error.cause.message !== "" ? error.cause.message : error.message;
}
