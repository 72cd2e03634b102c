import { runProgram } from "../../command-line/program.ts";
import { UsageError } from "../../command-line/usage-error.ts";
import { packagesFolder, packagingOptions, refuseEmptyKey } from "./packaging-options.ts";
import { type PublishOptions, publishCharts } from "./publish-charts.ts";
import { folderAt, refuseSame } from "./repository.ts";
import { selectedCharts } from "./selected-charts.ts";

/** A host, and below it what registries take as a name. Who signs in, and a tag, are no part of it. */
const ociAddress = /^oci:\/\/[^/@?#\s]+(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+\/?$/;

await runProgram({
  command: "npm run publish",
  description: `Packages the charts and publishes them. What is there already is left alone, so a run that failed is
completed by the next; a released version with other content is refused before anything is written.`,
  options: {
    oci: {
      type: "string",
      argument: "ADDRESS",
      multiple: true,
      description: "an OCI registry: oci://ghcr.io/owner/charts; sign in by helm registry login",
    },
    repository: {
      type: "string",
      argument: "DIR|URL",
      multiple: true,
      description: "a folder, or an address that takes PUT; sign in by HELM_REPO_USERNAME and HELM_REPO_PASSWORD",
    },
    ...packagingOptions,
    cosign: {
      type: "string",
      argument: "KEY|keyless",
      description: "sign what is in the registry with a private key (password: COSIGN_PASSWORD) or as this workflow",
    },
    "plain-http": { type: "boolean", description: "the registry speaks no TLS" },
    "dry-run": { type: "boolean", description: "write nothing but the packages, show what would be done" },
  },
  run: async ({ chart, oci, repository, cosign, out = packagesFolder, ...given }) => {
    if (oci.length + repository.length === 0)
      throw new UsageError("Say where to publish: --oci ADDRESS or --repository DIR|URL");
    const wrong = oci.find((address) => !ociAddress.test(address) || !URL.canParse(address));
    if (wrong !== undefined)
      throw new UsageError(`"${wrong}" is no address such as oci://ghcr.io/owner/charts, in small letters`);
    refuseEmptyKey("sign", given.sign);
    refuseEmptyKey("cosign", cosign);
    refuseSame(out, repository);
    const options: PublishOptions = {
      oci,
      repositories: repository,
      out: folderAt(out).place,
      plainHttp: given["plain-http"],
      dryRun: given["dry-run"],
      ...(given.sign !== undefined && { sign: given.sign }),
      ...(cosign !== undefined && { signer: cosign === "keyless" ? "keyless" : { key: cosign } }),
    };
    await publishCharts(await selectedCharts(chart), options, (line) => process.stdout.write(`${line}\n`));
    return 0;
  },
});
