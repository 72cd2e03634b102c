import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { PodSecurityLevel } from "../../ci/cluster/namespace.ts";
import { projectFolder } from "../../ci/paths.ts";
import { charts } from "../../generator/charts/index.ts";
import { isValues, valuesOf } from "./values-file.ts";

/** A chart with the values files that one of its users would choose. */
export interface Preset {
  readonly chart: string;
  /** Names of profiles, or `defaults`. */
  readonly name: string;
  /** Values files, the later ones over the earlier. */
  readonly files: readonly string[];
}

export const chartNames: readonly string[] = charts.map(({ metadata }) => metadata.name);

export function defaultsOf(chart: string): Preset {
  return { chart, name: "defaults", files: [] };
}

/** Every chart with its defaults and with each of its profiles. */
export const plainPresets: readonly Preset[] = charts.flatMap(({ metadata: { name: chart }, profiles }) => [
  defaultsOf(chart),
  ...profiles.filter(({ layer }) => !layer).map(({ name }) => ({ chart, name, files: [profileFile(name)] })),
]);

/** Each of them with each layer of its chart on top. */
export const layeredPresets: readonly Preset[] = charts.flatMap(({ metadata, profiles }) =>
  profiles
    .filter(({ layer }) => layer)
    .flatMap((layer) =>
      plainPresets
        .filter(({ chart }) => chart === metadata.name)
        .map(({ chart, name, files }) => ({
          chart,
          name: `${name} + ${layer.name}`,
          files: [...files, profileFile(layer.name)],
        })),
    ),
);

/** What no profile chooses: values files that together switch on all that the chart can do. */
export const combinations: readonly Preset[] = chartNames.flatMap((chart) => {
  const folder = join(import.meta.dirname, "combinations", chart);
  return readdirSync(folder).map((file) => ({ chart, name: `with ${file}`, files: [join(folder, file)] }));
});

/** What the project offers as it is. */
export const profilePresets: readonly Preset[] = [...plainPresets, ...layeredPresets];

export const presets: readonly Preset[] = [...profilePresets, ...combinations];

/** What Helm is told to use the preset. */
export function presetArguments({ chart, files }: Preset): readonly string[] {
  return [chartFolder(chart), ...files.flatMap((file) => ["--values", file])];
}

/** The Pod Security level that the preset's pods need: agents need a Docker engine, and that one needs privileges. */
export function securityLevel(preset: Preset): PodSecurityLevel {
  const { agents } = valuesOf(preset);
  const withEngine = isValues(agents) && agents["mode"] !== "disabled";
  return withEngine ? "privileged" : "restricted";
}

export function chartFolder(chart: string): string {
  return join(projectFolder, "charts", chart);
}

function profileFile(name: string): string {
  return join(projectFolder, "values", `${name}.yaml`);
}
