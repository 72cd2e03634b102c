import { createServer, type RequestListener } from "node:http";
import { expect, onTestFinished, test, vi } from "vitest";
import { repositoryAt } from "../../../ci/release/repository.ts";

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return `http://127.0.0.1:${address.port}/charts`;
}

const content = new TextEncoder().encode("x");

test("an answer that breaks off is no whole file", async () => {
  const address = await serve((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("apiVersion: v1\n", () => response.destroy());
  });
  await expect(repositoryAt(address).read("index.yaml")).rejects.toThrow(
    `${address}/index.yaml cannot be reached, or breaks off: `,
  );
});

test("a server that takes no files is told apart from one that fails", async () => {
  const address = await serve((_, response) => response.writeHead(405).end());
  await expect(repositoryAt(address).write("index.yaml", content)).rejects.toThrow(
    "the server takes no files by PUT (405); name an address that does, or a folder",
  );
});

test("a file is not taken for written where the server leads on to another page", async () => {
  const address = await serve(({ url }, response) => {
    if (url?.startsWith("/login")) response.end("Sign in");
    else response.writeHead(303, { location: "/login" }).end();
  });
  await expect(repositoryAt(address).write("index.yaml", content)).rejects.toThrow("the server leads on to /login");
});

test("who gives half of the credentials is not taken for nobody", async () => {
  vi.stubEnv("HELM_REPO_USERNAME", "publisher");
  onTestFinished(() => void vi.unstubAllEnvs());
  await expect(repositoryAt("http://127.0.0.1:9").read("index.yaml")).rejects.toThrow("HELM_REPO_PASSWORD is not set");
});

test("an address without TLS is told", async () => {
  const address = await serve((_, response) => response.end());
  await expect(repositoryAt(address.replace("http:", "https:")).read("index.yaml")).rejects.toThrow(
    "it speaks no TLS; name it by http:// if that is meant",
  );
});

test.each([
  ["http://me:secret@example.com/charts", "the address at example.com has credentials in it; set HELM_REPO_USERNAME"],
  ["http://example.com/charts?token=x", '"http://example.com/charts?token=x" has something behind its path'],
  ["http://example.com/charts#x", '"http://example.com/charts#x" has something behind its path'],
])("%s is refused", (address, message) => {
  expect(() => repositoryAt(address)).toThrow(message);
});
