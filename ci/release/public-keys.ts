import { publicKey as cosignPublicKey, type Signer } from "./cosign.ts";
import { publicKey as provenancePublicKey } from "./provenance.ts";
import type { RepositoryFile } from "./repository-files.ts";

/** What charts are signed with. */
export interface Signing {
  /** What GnuPG knows the key by that signs provenance. */
  readonly sign?: string | undefined;
  readonly signer?: Signer | undefined;
}

/**
 * What users verify signatures with, as files of a repository, under the names that the documentation gives.
 * @throws Error when there is no such key
 */
export async function publicKeys({ sign, signer }: Signing): Promise<readonly RepositoryFile[]> {
  const keys: RepositoryFile[] = [];
  if (sign !== undefined) keys.push({ name: "provenance-key.gpg", content: await provenancePublicKey(sign) });
  if (signer !== undefined && signer !== "keyless")
    keys.push({ name: "cosign.pub", content: new TextEncoder().encode(await cosignPublicKey(signer.key)) });
  return keys;
}
