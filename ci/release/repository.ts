import { UsageError } from "../../command-line/usage-error.ts";
import { fileRepository } from "./file-repository.ts";
import { httpRepository } from "./http-repository.ts";

/** Where the files of a classic chart repository are kept. */
export interface Repository {
  /** The folder or address, for messages. */
  readonly place: string;
  /** Nothing where there is no such file. */
  readonly read: (name: string) => Promise<Uint8Array | undefined>;
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
  return httpRepository(place);
}

/** The repository in a folder. @throws UsageError for what cannot be the name of one */
export function folderAt(place: string): Repository {
  if (place === "" || /^[a-z][\w+.-]*:\/\//i.test(place))
    throw new UsageError(`"${place}" is no folder, and no address of http or https`);
  return fileRepository(place);
}
