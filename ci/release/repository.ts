import { resolve } from "node:path";
import { UsageError } from "../../command-line/usage-error.ts";
import { fileRepository } from "./file-repository.ts";
import { httpRepository } from "./http-repository.ts";

/** Where the files of a classic chart repository are kept. */
export interface Repository {
  /** The folder or address, for messages. */
  readonly place: string;
  /** Nothing where there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
  /**
   * Sees whether files can be written, as far as that shows before.
   * @throws Error where they cannot
   */
  readonly prepare: () => Promise<void>;
  /** Replaces a file whole: whoever reads it gets the former content or the new. */
  readonly write: (name: string, content: Uint8Array) => Promise<void>;
}

/**
 * The repository in a folder, or at an address that takes files by PUT.
 * @throws UsageError for what is neither
 */
export function repositoryAt(place: string): Repository {
  if (!/^https?:/i.test(place)) return folderAt(place);
  if (!URL.canParse(place)) throw new UsageError(`"${place}" is no address such as https://charts.example.com`);
  const { username, password, search, hash, host } = new URL(place);
  // Not shown, as it may hold a password.
  if (username !== "" || password !== "")
    throw new UsageError(
      `the address at ${host} has credentials in it; set HELM_REPO_USERNAME and HELM_REPO_PASSWORD instead`,
    );
  if (search !== "" || hash !== "")
    throw new UsageError(`"${place}" has something behind its path, where names of files have to be; leave that out`);
  return httpRepository(place);
}

/** The repository in a folder. @throws UsageError for what cannot be the name of one */
export function folderAt(place: string): Repository {
  if (place.trim() === "" || /^[a-z][\w+.-]*:\/\//i.test(place))
    throw new UsageError(`"${place}" is no folder, and no address of http or https`);
  return fileRepository(place);
}

/**
 * Packages take the place of earlier ones in their folder, which a repository has to keep.
 * @throws UsageError where they are to go into a repository itself
 */
export function refuseSame(out: string, repositories: readonly string[]): void {
  const same = repositories.find((place) => resolve(place) === resolve(out));
  if (same !== undefined)
    throw new UsageError(`"${same}" cannot be both the repository and the folder for packages; name another by --out`);
}
