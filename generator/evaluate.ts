import type { Environment, Random, Rendering, Secrets } from "./expressions/environment.ts";
import { holds } from "./expressions/evaluate.ts";
import { node } from "./expressions/expression.ts";
import type { BuiltinNode } from "./expressions/node.ts";
import { withBindings } from "./template/evaluate/bindings.ts";
import { evaluateBody } from "./template/evaluate/body.ts";
import { evaluateDocument } from "./template/evaluate/document.ts";
import { evaluateInclude } from "./template/evaluate/include.ts";
import { textBlock } from "./template/text-block.ts";
import type { Chart, ChartMetadata } from "./topology/chart.ts";
import { defaultOf } from "./values/defaults.ts";
import type { JsonObject } from "./values/json.ts";
import type { JsonValue } from "./values/json-schema.ts";
import { merged } from "./values/merge.ts";

/** What a chart is rendered for. */
export interface Release {
  readonly name: string;
  readonly namespace: string;
  /** The user's values, which are laid over the defaults. They must be such that the chart's schema accepts them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The Secrets of the namespace; without them there is no cluster to ask, and the chart makes up no secrets. */
  readonly secrets?: Secrets;
  /** Where made-up secrets come from; without it, from the platform's source of randomness. */
  readonly random?: Random;
}

/** Objects by the file below `templates/` that prints them, of the files that print any. */
export type Rendered = ReadonlyMap<string, readonly JsonObject[]>;

/**
 * Renders a chart without Helm, from the tree that its templates are printed from: to objects, never to text. What is
 * the same for all releases is done once.
 */
export function evaluatorOf(chart: Chart): (release: Release) => Rendered {
  const environmentOf = environmentsOf(chart);
  return (release) => {
    const environment = environmentOf(release);
    const files = chart.documents.map((document): [string, readonly JsonObject[]] => [
      `${document.file}.yaml`,
      evaluateDocument(document, environment),
    ]);
    return new Map(files.filter(([, objects]) => objects.length > 0));
  };
}

/** NOTES.txt for a release, as Helm prints it but for blank lines. */
export function notesOf(chart: Chart, release: Release): string {
  const environment = environmentsOf(chart)(release);
  return chart.notes
    .map(({ condition, bindings = [], lines }) => {
      const inside = withBindings(bindings, environment);
      return holds(condition[node], inside) ? evaluateBody(textBlock(...lines), inside) : "";
    })
    .join("");
}

/** What the conditions and other expressions of a chart's model are evaluated with, for a release. */
export function environmentsOf({ metadata, values }: Chart): (release: Release) => Environment {
  const defaults = defaultOf(values);
  return (release) => {
    const rendering: Rendering = {
      values: merged(defaults, release.values) as JsonValue,
      builtins: builtins(metadata, release),
      secrets: release.secrets,
      random: release.random ?? ((count) => crypto.getRandomValues(new Uint8Array(count))),
      include: evaluateInclude,
      included: new Map(),
    };
    return { rendering, variables: {}, parameters: {} };
  };
}

function builtins(chart: ChartMetadata, release: Release): Readonly<Record<BuiltinNode["name"], string>> {
  return {
    "Release.Name": release.name,
    "Release.Namespace": release.namespace,
    "Release.Service": "Helm",
    "Chart.Name": chart.name,
    "Chart.Version": chart.version,
    "Chart.AppVersion": chart.appVersion,
  };
}
