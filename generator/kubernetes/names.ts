import { binding } from "../expressions/binding.ts";
import { chart, release } from "../expressions/builtin.ts";
import { contains, isSet, longerThan } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { cut, digest, orElse, replace, string } from "../expressions/text.ts";
import { helper, include } from "../template/helper.ts";
import { when } from "../template/when.ts";
import { common } from "./common-values.ts";

/** The longest name that Kubernetes accepts for a Service or a label's value, in characters. */
export const longestName = 63;

/** The longest name of a CronJob, whose Jobs get eleven characters more (Kubernetes documentation, "CronJob"). */
export const longestCronJobName = 52;

/** What is left for the name of the release and chart once the longest suffix is set aside, in characters. */
export const longestFullname = 36;

/** The chart's name, or what the user calls it. */
export const chartName: Expression<string> = orElse(common.nameOverride, chart.name);

const chartBinding = binding("chart", chartName);

const released = helper<string>({
  name: "releaseName",
  comment: "Release and chart in one name, which is the release's alone where it names the chart already.",
  bindings: [chartBinding],
  body: when(
    isSet(common.fullnameOverride),
    common.fullnameOverride,
    when(
      contains(release.name, chartBinding.reference),
      release.name,
      string`${release.name}-${chartBinding.reference}`,
    ),
  ),
});

// Helm lets the name of a release have points, Kubernetes not that of a Service.
const name = binding("name", replace(include(released, {}), ".", "-"));
const digestLength = 8;

const fullnameHelper = helper<string>({
  name: "fullname",
  comment: `What the names of all objects begin with. Longer than ${longestFullname} characters it is cut and told apart
    by a digest, so that every suffix is kept within Kubernetes' ${longestName}.`,
  bindings: [name],
  plain: true,
  body: when(
    longerThan(name.reference, longestFullname),
    string`${cut(name.reference, longestFullname - digestLength - 1)}-${digest(name.reference, digestLength)}`,
    name.reference,
  ),
});

/** What the names of all objects begin with. */
export const fullname: Expression<string> = include(fullnameHelper, {});

/** The name of an object: `foxctl-config`, or `foxctl` where there is no suffix. */
export function objectName(suffix: string): Expression<string> {
  return suffix === "" ? fullname : string`${fullname}-${suffix}`;
}
