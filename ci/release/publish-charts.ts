import type { Chart } from "../../generator/topology/chart.ts";
import type { Signer } from "./cosign.ts";
import { ociSteps } from "./oci-steps.ts";
import { packagesOf, refuseLoss, writePackages } from "./package-charts.ts";
import { publicKeys } from "./public-keys.ts";
import { repositoryAt } from "./repository.ts";
import { repositorySteps } from "./repository-steps.ts";
import { runSteps, type Step } from "./step.ts";

/** Where charts go, and who signs them. */
export interface PublishOptions {
  /** Addresses in OCI registries. */
  readonly oci: readonly string[];
  /** Folders or addresses of classic chart repositories. */
  readonly repositories: readonly string[];
  /** The folder for the packages. */
  readonly out: string;
  /** What GnuPG knows the key by that signs provenance. */
  readonly sign?: string;
  readonly signer?: Signer;
  readonly plainHttp: boolean;
  readonly dryRun: boolean;
}

/**
 * Packages charts, and brings them to every target. All targets are read before the first is written.
 * @param tell is given a line for each step
 * @throws Error when a target cannot be read or written, or has a version with other content
 */
export async function publishCharts(
  charts: readonly Chart[],
  options: PublishOptions,
  tell: (line: string) => void,
): Promise<void> {
  const { oci, repositories, plainHttp, signer, sign, out, dryRun } = options;
  const places = repositories.map(repositoryAt);
  const packages = await packagesOf(charts, out, sign);
  await refuseLoss(out, packages);
  await writePackages(packages);
  for (const { archive, provenance } of packages)
    if (provenance === undefined) tell(`${archive.fileName} has no provenance; --sign KEY would sign it`);
  const keys = await publicKeys({ sign, signer });
  const now = new Date();
  const steps: Step[] = [];
  for (const address of oci)
    for (const one of packages) steps.push(...(await ociSteps({ address, plainHttp }, one, signer)));
  for (const place of places) steps.push(...(await repositorySteps(place, packages, keys, now)));
  await runSteps(steps, dryRun, tell);
}
