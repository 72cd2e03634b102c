import type { Chart, Profile } from "../topology/chart.ts";
import { testValues } from "../topology/profile.ts";
import type { Declaration } from "../values/declaration.ts";
import type { Children } from "../values/group.ts";
import { type Comment, type CommentedFields, commentedYaml } from "./commented-yaml.ts";
import { wrap } from "./wrap.ts";

/** values/<profile>.yaml: the profile as a file to install with. */
export function profileYaml(chart: Chart, profile: Profile): string {
  const head: readonly Comment[] = [
    [`yaml-language-server: $schema=../charts/${chart.metadata.name}/editor.schema.json`],
    profile.purpose,
    ...list("What must exist first:", profile.prerequisites),
    ...list("Good to know:", profile.remarks),
    ...installation(chart, profile),
    [""],
    `Produced from generator/charts/${chart.metadata.name} by \`npm run gen\`; edit that instead.`,
  ];
  return commentedYaml(head, overrides(chart, profile.values as Readonly<Record<string, unknown>>));
}

/** charts/<chart>/ci/<profile>-values.yaml: the same with what its test needs, where chart-testing looks for it. */
export function ciValuesYaml(chart: Chart, profile: Profile): string {
  const { lacks } = profile.ci;
  const head: readonly Comment[] = [
    ["yaml-language-server: $schema=../editor.schema.json"],
    `The profile "${profile.name}", for chart-testing. Produced from generator/charts/${chart.metadata.name} by
    \`npm run gen\`; edit that instead.`,
    ...(lacks === undefined ? [] : [`Linted and applied, but not run: no test cluster has ${lacks}.`]),
  ];
  return commentedYaml(head, overrides(chart, testValues(profile)));
}

/** charts/<chart>/ci/default-values.yaml: the chart's own defaults. */
export function ciDefaultsYaml({ metadata }: Chart): string {
  const head = `The chart's own defaults, for chart-testing. Produced from generator/charts/${metadata.name} by
    \`npm run gen\`; edit that instead.`;
  return commentedYaml([head], {});
}

/** How the profile is installed; a layer goes on top of another file. */
export function installCommand(chart: Chart, profile: Profile): string {
  const { name } = chart.metadata;
  const base = profile.layer ? " -f values/<profile>.yaml" : "";
  return `helm install ${name} charts/${name}${base} -f values/${profile.name}.yaml`;
}

function installation(chart: Chart, profile: Profile): readonly Comment[] {
  const how = profile.layer ? "It goes on top of another profile, after which it is named:" : "To install:";
  return [[""], how, [`  ${installCommand(chart, profile)}`]];
}

function list(title: string, sentences: readonly string[]): readonly Comment[] {
  if (sentences.length === 0) return [];
  return [[""], title, ...sentences.map(bullet)];
}

function bullet(sentence: string): Comment {
  return wrap(sentence, 96).map((line, index) => `${index === 0 ? "-" : " "} ${line}`);
}

function overrides(chart: Chart, values: Readonly<Record<string, unknown>>): CommentedFields {
  const children: Children = chart.values.children;
  return Object.fromEntries(
    Object.entries(values).map(([name, data]) => [
      name,
      { comments: describe(children[name]), content: { data }, apart: true },
    ]),
  );
}

function describe(declaration: Declaration | undefined): readonly Comment[] {
  return declaration ? [declaration.description] : [];
}
