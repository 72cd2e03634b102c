import { execa } from "execa";
import { stringify } from "yaml";
import { chartMetadata } from "../../generator/output/chart-yaml.ts";
import type { ChartArchive } from "./chart-archive.ts";

/**
 * Signs an archive as `helm package --sign` would, which signs only what it packs itself: the text is the chart's
 * metadata and the archive's digest, for `helm verify`. See the Helm documentation, "Helm Provenance and Integrity".
 *
 * GnuPG signs, so that keys may be in its agent or on a card; a passphrase may be in GPG_PASSPHRASE.
 * @param key what GnuPG knows the key by, such as its fingerprint or an address
 * @returns the content of the .prov file
 * @throws Error when GnuPG cannot sign with the key
 */
export async function provenance({ chart, fileName, digest }: ChartArchive, key: string): Promise<string> {
  // Not `---`, which would have to be escaped in a signed text.
  const text = `${stringify(chartMetadata(chart))}\n...\n${stringify({ files: { [fileName]: `sha256:${digest}` } })}`;
  return gpg(["--clearsign", "--local-user", key], text);
}

/**
 * The public key, in the form that `helm verify --keyring` reads.
 * @throws Error when GnuPG has no such key
 */
export async function publicKey(key: string): Promise<Uint8Array> {
  const { stdout, stderr } = await execa("gpg", ["--batch", "--export", key], {
    encoding: "buffer",
    // Its last byte may be one.
    stripFinalNewline: false,
    reject: false,
  });
  if (stdout.length > 0) return stdout;
  throw new Error(`GnuPG has no public key "${key}": ${lastLine(new TextDecoder().decode(stderr))}`);
}

async function gpg(words: readonly string[], input: string): Promise<string> {
  const { GPG_PASSPHRASE: passphrase } = process.env;
  // The passphrase is the first line of what GnuPG reads, and never an argument, which other users could see.
  const unlock = passphrase === undefined ? [] : ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
  const result = await execa("gpg", ["--batch", "--yes", "--digest-algo", "SHA512", ...unlock, ...words], {
    input: passphrase === undefined ? input : `${passphrase}\n${input}`,
    reject: false,
  });
  if (!result.failed) return `${result.stdout}\n`;
  throw new Error(`GnuPG could not sign: ${lastLine(result.stderr) || result.shortMessage}`);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
