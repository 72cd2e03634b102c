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
      const { response, content } = await request(new URL(name, base), { method: "GET" });
      if (response.status === 404) return undefined;
      refuseFailure(response, `${name} cannot be read from ${address}`);
      const version = response.headers.get("etag");
      if (version !== null && !version.startsWith("W/")) versions.set(name, version);
      return content;
    },
    // Only writing shows whether a server takes files.
    prepare: async () => undefined,
    write: async (name, content) => {
      const version = versions.get(name);
      const headers = version === undefined ? {} : { "if-match": version };
      const body = new Uint8Array(content);
      // Where a redirection leads to, the page of a sign-in may answer that all is well.
      const { response } = await request(new URL(name, base), { method: "PUT", body, headers, redirect: "manual" });
      refuseFailure(response, `${name} cannot be written to ${address}`);
      versions.delete(name);
    },
  };
}

interface Answer {
  readonly response: Response;
  readonly content: Uint8Array;
}

async function request(
  url: URL,
  options: RequestInit & { readonly headers?: Record<string, string> },
): Promise<Answer> {
  // The server may close a connection that is kept just as the next request goes out on it.
  const headers = { ...options.headers, ...credentials(), connection: "close" };
  try {
    const response = await fetch(url, { ...options, headers, signal: AbortSignal.timeout(timeoutMilliseconds) });
    return { response, content: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    throw new Error(`${url} cannot be reached, or breaks off: ${causeOf(error)}`, { cause: error });
  }
}

/** @throws Error for one without the other, which would go out as if nobody had signed in */
function credentials(): Readonly<Record<string, string>> {
  const { HELM_REPO_USERNAME: user = "", HELM_REPO_PASSWORD: password = "" } = process.env;
  if (user === "" && password === "") return {};
  const missing = user === "" ? "HELM_REPO_USERNAME" : "HELM_REPO_PASSWORD";
  if (user === "" || password === "")
    throw new Error(
      `${missing} is not set; HELM_REPO_USERNAME and HELM_REPO_PASSWORD are needed both, or none of them`,
    );
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}` };
}

/** @throws Error that says what to do about an answer that is no success */
function refuseFailure({ ok, status, statusText, headers, redirected, url }: Response, what: string): void {
  if (ok) return;
  const target = redirected ? url : headers.get("location");
  if (target) throw new Error(`${what}: the server leads on to ${target}; name the address that it has there`);
  if (status === 401 || status === 403)
    throw new Error(`${what}: the credentials are missing or refused; set HELM_REPO_USERNAME and HELM_REPO_PASSWORD`);
  if (status === 405 || status === 501)
    throw new Error(`${what}: the server takes no files by PUT (${status}); name an address that does, or a folder`);
  if (status === 412) throw new Error(`${what}: somebody else has changed it meanwhile; run the command again`);
  throw new Error(`${what}: the server answers ${status} ${statusText}`.trimEnd());
}

/** What fetch says is "fetch failed"; the reason is behind it. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError") return `no answer within ${timeoutMilliseconds / 1000} seconds`;
  const { cause } = error;
  if (!(cause instanceof Error) || cause.message === "") return error.message;
  if (cause.message.includes("wrong version number")) return "it speaks no TLS; name it by http:// if that is meant";
  if (/certificate/i.test(cause.message))
    return `its certificate is not trusted; name its authority in NODE_EXTRA_CA_CERTS (${cause.message})`;
  return cause.message;
}
