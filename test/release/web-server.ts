import { createHash } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";

/** A web server on this machine that keeps what is put there, for those who know the password. */
export interface WebServer {
  readonly address: string;
  readonly files: Map<string, Buffer>;
  /** How many more files it takes before it fails. */
  capacity: number;
  readonly stop: () => Promise<void>;
}

export async function startWebServer(user: string, password: string): Promise<WebServer> {
  const files = new Map<string, Buffer>();
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
  const answer = async (request: IncomingMessage): Promise<{ status: number; body?: Buffer; etag?: string }> => {
    const name = request.url ?? "";
    const there = files.get(name);
    if (request.method === "GET") return there ? { status: 200, body: there, etag: etagOf(there) } : { status: 404 };
    const body = await buffer(request);
    if (request.headers.authorization !== wanted) return { status: 401 };
    const { "if-match": expected } = request.headers;
    if (expected !== undefined && (there === undefined || expected !== etagOf(there))) return { status: 412 };
    if (web.capacity-- <= 0) return { status: 507 };
    files.set(name, body);
    return { status: 201 };
  };
  const server = createServer(async (request, response) => {
    const { status, body, etag } = await answer(request);
    response.writeHead(status, etag === undefined ? {} : { etag });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const listening = server.address();
  if (listening === null || typeof listening === "string") throw new Error("the server has no port");
  const web: WebServer = {
    address: `http://127.0.0.1:${listening.port}/charts`,
    files,
    capacity: Number.POSITIVE_INFINITY,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return web;
}

function etagOf(content: Buffer): string {
  return `"${createHash("sha256").update(content).digest("hex")}"`;
}
