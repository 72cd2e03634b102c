import { createServer } from "node:net";

/** A loopback TCP port that nothing listens on. Another program can still take it before it is used. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string")
    throw new Error("The system gave no free TCP port on 127.0.0.1.");
  return address.port;
}
