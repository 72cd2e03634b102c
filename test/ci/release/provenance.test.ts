import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { publicKey } from "../../../ci/release/provenance.ts";

/** One key of Ed25519 in sixteen ends so: its signature ends with a number below 17. */
test("a public key that ends with the byte of a line feed is whole", async () => {
  const folder = await mkdtemp(join(tmpdir(), "gpg-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const gpg = join(folder, "gpg");
  await writeFile(gpg, "#!/bin/sh\nprintf 'key\\n'\n");
  await chmod(gpg, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env["PATH"]}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(new TextDecoder().decode(await publicKey("releases@example.com"))).toBe("key\n");
});
