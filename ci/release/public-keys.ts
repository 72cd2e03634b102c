import { publicKey as cosignPublicKey, type Signer } from "./cosign.ts";
import { publicKey as provenancePublicKey, withKeys } from "./provenance.ts";
import type { RepositoryFile } from "./repository-files.ts";

/** What charts are signed with. */
export interface Signing {
  /** What GnuPG knows the key by that signs provenance. */
  readonly sign?: string | undefined;
  readonly signer?: Signer | undefined;
}

/** A public key as a file of a repository, which earlier versions are verified with as well. */
export interface PublicKey extends RepositoryFile {
  /**
   * What the file shall hold where one is there already.
   * @throws Error when the key that is there would get lost
   */
  readonly beside: (there: Uint8Array) => Promise<Uint8Array>;
}

/**
 * What users verify signatures with, as files of a repository, under the names that the documentation gives.
 * @throws Error when there is no such key
 */
export async function publicKeys({ sign, signer }: Signing): Promise<readonly PublicKey[]> {
  const keys: PublicKey[] = [];
  if (sign !== undefined) keys.push(keyring(await provenancePublicKey(sign)));
  if (signer !== undefined && signer !== "keyless") keys.push(singleKey(await cosignPublicKey(signer.key)));
  return keys;
}

function keyring(content: Uint8Array): PublicKey {
  const beside = async (there: Uint8Array): Promise<Uint8Array> =>
    Buffer.compare(there, content) === 0 ? content : withKeys(there, content);
  return { name: "provenance-key.gpg", content, beside };
}

function singleKey(text: string): PublicKey {
  const content = new TextEncoder().encode(text);
  const beside = async (there: Uint8Array): Promise<Uint8Array> => {
    if (Buffer.compare(there, content) === 0) return content;
    throw new Error("it is another key, which signed earlier versions; sign with that one, or rename the file first");
  };
  return { name: "cosign.pub", content, beside };
}
