/** Where this project and its charts are hosted, each an address without a slash at its end. */
export interface Hosting {
  /** The source repository: `https://github.com/OWNER/NAME`. */
  readonly repository: string;
  /** The folder with index.yaml: `https://OWNER.github.io/NAME`. */
  readonly charts: string;
  /** What the charts' names are put behind in an OCI registry: `oci://ghcr.io/OWNER/charts`. */
  readonly registry: string;
  /** The public half of the key that signs provenance: its fingerprint, and where it can be had. */
  readonly signKey?: { readonly fingerprint: string; readonly url: string };
  /** What Artifact Hub calls the repository, which shows that it is ours. */
  readonly artifactHubId?: string;
}

/** The one setting of where the project is hosted. What depends on it is left out while it is unset. */
export const hosting: Hosting | undefined = undefined;
