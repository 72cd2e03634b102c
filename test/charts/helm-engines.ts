import { afterAll } from "vitest";
import type { Release } from "../../generator/evaluate.ts";
import type { Helm } from "./helm.ts";
import { type HelmEngine, type Installed, startHelmEngine } from "./helm-engine.ts";
import type { Preset } from "./preset.ts";
import { valuesOf } from "./values-file.ts";

/** Installs a preset under the chart's name in the namespace `tests`, save for what is given otherwise. */
export type Install = (preset: Preset, otherwise?: Partial<Release>) => Promise<Installed>;

/**
 * Helm's engine for any chart, started where it is first needed and stopped after the tests of the file or suite that
 * calls this. A process of Helm for each render would take a hundred times as long.
 */
export function installerOf(helm: Helm): Install {
  const engines = new Map<string, Promise<HelmEngine>>();
  afterAll(() => Promise.all([...engines.values()].map(async (engine) => (await engine).stop())));
  return async (preset, otherwise = {}) => {
    const { chart } = preset;
    const engine = engines.get(chart) ?? startHelmEngine(helm, chart);
    engines.set(chart, engine);
    return (await engine).install({ name: chart, namespace: "tests", values: valuesOf(preset), ...otherwise });
  };
}

/** All objects of an install. */
export function objectsOf({ objects }: Installed): Installed["objects"][string] {
  return Object.values(objects).flat();
}
