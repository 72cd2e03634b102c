import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { stringify } from "yaml";
import { chartMetadata } from "../../generator/output/chart-yaml.ts";
import { onExit } from "../on-exit.ts";
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
  return signed(key, text);
}

/** Whether the content of a .prov file is of an archive, and whole: one that was cut off would be published for good. */
export function isProvenanceOf({ fileName, digest }: ChartArchive, text: string): boolean {
  return text.includes(`${fileName}: sha256:${digest}\n`) && text.trimEnd().endsWith("-----END PGP SIGNATURE-----");
}

/** Whether a signature is right, and by a key. */
export async function isSignedBy(text: string, key: string): Promise<boolean> {
  const [verified, keys] = await Promise.all([
    execa("gpg", ["--batch", "--status-fd", "1", "--verify"], { input: text, reject: false }),
    execa("gpg", ["--batch", "--with-colons", "--list-keys", key], { reject: false }),
  ]);
  // The last word is the fingerprint of the primary key, whichever part of it has signed.
  const signer = /^\[GNUPG:\] VALIDSIG .* ([0-9A-F]+)$/m.exec(verified.stdout)?.[1];
  return !verified.failed && signer !== undefined && keys.stdout.includes(`:${signer}:`);
}

/**
 * The public key, in the form that `helm verify --keyring` reads.
 * @throws Error when GnuPG has no such key
 */
export async function publicKey(key: string): Promise<Uint8Array> {
  const { stdout, stderr } = await exported(["--export", key]);
  if (stdout.length > 0) return stdout;
  throw new Error(`GnuPG has no public key "${key}": ${lastLine(new TextDecoder().decode(stderr))}`);
}

/**
 * A keyring with further public keys, so that earlier signatures can be verified as well.
 * @throws Error for what is no keyring
 */
export async function withKeys(keyring: Uint8Array, keys: Uint8Array): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), "keys-"));
  const forget = onExit(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const home = ["--homedir", folder];
    for (const input of [keyring, keys]) {
      const { failed, stderr } = await execa("gpg", [...home, "--batch", "--import"], { input, reject: false });
      if (failed) throw new Error(`it is no keyring of GnuPG: ${lastLine(stderr)}`);
    }
    return (await exported([...home, "--export"])).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}

function exported(words: readonly string[]): Promise<{ readonly stdout: Uint8Array; readonly stderr: Uint8Array }> {
  // Its last byte may be that of a line feed.
  return execa("gpg", ["--batch", ...words], { encoding: "buffer", stripFinalNewline: false, reject: false });
}

/** @throws Error for several lines: all but the first would be signed, and thus published */
function passphraseOf({ GPG_PASSPHRASE: text }: NodeJS.ProcessEnv): string | undefined {
  const passphrase = text?.replace(/\r?\n$/, "");
  if (passphrase?.includes("\n")) throw new Error("GPG_PASSPHRASE has several lines; a passphrase is one line");
  return passphrase;
}

async function signed(key: string, input: string): Promise<string> {
  const passphrase = passphraseOf(process.env);
  // The passphrase is the first line of what GnuPG reads, and never an argument, which other users could see.
  const unlock = passphrase === undefined ? [] : ["--pinentry-mode", "loopback", "--passphrase-fd", "0"];
  const words = ["--batch", "--yes", "--digest-algo", "SHA512", ...unlock, "--clearsign", "--local-user", key];
  const result = await execa("gpg", words, {
    input: passphrase === undefined ? input : `${passphrase}\n${input}`,
    reject: false,
  });
  if (!result.failed) return `${result.stdout}\n`;
  throw new Error(`GnuPG could not sign with the key "${key}": ${explained(result)}`);
}

function explained({
  code,
  stderr,
  shortMessage,
}: {
  code?: string | undefined;
  stderr: string;
  shortMessage?: string | undefined;
}): string {
  if (code === "ENOENT") return "there is no program gpg; install GnuPG";
  const reason = lastLine(stderr).replace(/^gpg: (\[stdin\]: clear-sign failed: )?/, "") || (shortMessage ?? "");
  if (/secret key/i.test(reason)) return `${reason}; \`gpg --list-secret-keys\` shows which there are, and until when`;
  if (/passphrase|ioctl|pinentry/i.test(reason)) return `${reason}; set GPG_PASSPHRASE to the key's passphrase`;
  return reason;
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1) ?? "";
}
