import type { Options } from "../../command-line/options.ts";
import { UsageError } from "../../command-line/usage-error.ts";

/** Where packages go unless `--out` says something else. */
export const packagesFolder = "dist";

/** What `npm run package` and `npm run publish` both understand. */
export const packagingOptions = {
  chart: {
    type: "string",
    argument: "NAME",
    multiple: true,
    description: "only this chart; may be given more than once",
  },
  out: { type: "string", argument: "DIR", description: `the folder for the packages, ${packagesFolder} by default` },
  sign: {
    type: "string",
    argument: "KEY",
    description: "sign provenance with this key of GnuPG; its passphrase may be in GPG_PASSPHRASE",
  },
} as const satisfies Options;

/**
 * Where a variable that shall hold a key is not set, the option is there all the same, and nothing would be signed.
 * @throws UsageError for a key that is empty
 */
export function refuseEmptyKey(option: "sign" | "cosign", key: string | undefined): void {
  if (key?.trim() === "") throw new UsageError(`--${option} names no key; give one, or leave the option out`);
}
