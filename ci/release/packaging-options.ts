import type { Options } from "../../command-line/options.ts";

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
