import type { Chart, Profile } from "../topology/chart.ts";
import { testValues } from "../topology/profile.ts";
import type { Comment } from "./commented-yaml.ts";
import { editorSchemaFile, valuesFile } from "./values-file.ts";
import { wrap } from "./wrap.ts";

/** values/<profile>.yaml: the profile as a file to install with. */
export function profileYaml(chart: Chart, profile: Profile): string {
  const head: readonly Comment[] = [
    profile.purpose,
    ...list("What must exist first:", profile.prerequisites),
    ...list("Good to know:", profile.remarks),
    ...installation(chart, profile),
    [""],
    `Produced from generator/charts/${chart.metadata.name} by \`npm run gen\`; edit that instead.`,
  ];
  return valuesFile(chart, `../charts/${chart.metadata.name}/${editorSchemaFile}`, head, profile.values);
}

/** charts/<chart>/ci/<profile>-values.yaml: the same with what its test needs, where chart-testing looks for it. */
export function ciValuesYaml(chart: Chart, profile: Profile): string {
  const { lacks } = profile.ci;
  const head: readonly Comment[] = [
    `The profile "${profile.name}", for chart-testing. Produced from generator/charts/${chart.metadata.name} by
    \`npm run gen\`; edit that instead.`,
    ...(lacks === undefined ? [] : [`Linted and applied, but not run: no test cluster has ${lacks}.`]),
  ];
  return valuesFile(chart, `../${editorSchemaFile}`, head, testValues(profile));
}

/** charts/<chart>/ci/default-values.yaml: the chart's own defaults. */
export function ciDefaultsYaml(chart: Chart): string {
  const head = `The chart's own defaults, for chart-testing. Produced from generator/charts/${chart.metadata.name} by
    \`npm run gen\`; edit that instead.`;
  return valuesFile(chart, `../${editorSchemaFile}`, [head], {});
}

/** How the profile is installed; a layer goes on top of another file. */
export function installCommand(chart: Chart, profile: Profile): string {
  const { name } = chart.metadata;
  const below = profile.layer ? chart.profiles.filter(({ layer }) => !layer).slice(0, 1) : [];
  const files = [...below, profile].map((one) => ` -f values/${one.name}.yaml`);
  return `helm install ${name} charts/${name}${files.join("")}`;
}

function installation(chart: Chart, profile: Profile): readonly Comment[] {
  const how = profile.layer ? "It goes on top of another profile, after which it is named, such as:" : "To install:";
  return [[""], how, [`  ${installCommand(chart, profile)}`]];
}

function list(title: string, sentences: readonly string[]): readonly Comment[] {
  if (sentences.length === 0) return [];
  return [[""], title, ...sentences.map(bullet)];
}

function bullet(sentence: string): Comment {
  return wrap(sentence, 96).map((line, index) => `${index === 0 ? "-" : " "} ${line}`);
}
