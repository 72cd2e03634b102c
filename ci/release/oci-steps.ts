import { isSigned, type Signer, sign } from "./cosign.ts";
import { type OciTarget, pulled, push } from "./oci.ts";
import type { Package } from "./package-charts.ts";
import type { Step } from "./step.ts";

/**
 * What it takes for a registry to have a chart, and its signature.
 * @throws OtherContent when the version is released with other content
 * @throws Error when the registry cannot be asked
 */
export async function ociSteps(
  target: OciTarget,
  { archive, file, provenance }: Package,
  signer?: Signer,
): Promise<readonly Step[]> {
  const { name, version } = archive.chart.metadata;
  const there = await pulled(target, archive);
  let chart = there?.chart;
  // Told, as nothing can be done about it: with provenance it would be another chart under the same version.
  const isUnsigned = provenance !== undefined && there?.hasProvenance === false;
  const steps: Step[] = [
    {
      title: `${name} ${version} in ${target.address}${isUnsigned ? ", published without provenance" : ""}`,
      isDone: there !== undefined,
      run: async () => {
        chart = await push(target, archive, file);
      },
    },
  ];
  if (signer !== undefined)
    steps.push({
      title: `signature of ${name} ${version} in ${target.address}`,
      isDone: there !== undefined && (await isSigned(there.chart, signer)),
      run: async () => {
        if (chart !== undefined) await sign(chart, signer);
      },
    });
  return steps;
}
