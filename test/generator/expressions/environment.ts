import type { Environment, Rendering } from "../../../generator/expressions/environment.ts";
import { evaluateInclude } from "../../../generator/template/evaluate/include.ts";

/** An environment to evaluate the values of values.ts in. */
export function environment(rendering: Partial<Rendering> = {}): Environment {
  return {
    rendering: {
      values: {
        on: true,
        off: false,
        mode: "http",
        name: "web",
        token: "t",
        replicas: 1_048_576,
        least: 1,
        words: ["a", "b"],
        command: ["run"],
        labels: {},
        pair: { two: "second", one: "first" },
        "a-b": { c: "deep" },
        entries: { z: {}, a: { port: 81, secure: false }, gone: { enabled: false } },
      },
      builtins: {
        "Release.Name": "release",
        "Release.Namespace": "tests",
        "Release.Service": "Helm",
        "Chart.Name": "demo",
        "Chart.Version": "0.1.0",
        "Chart.AppVersion": "1",
      },
      secrets: undefined,
      random: (count) => new Uint8Array(count).fill(1),
      include: evaluateInclude,
      included: new Map(),
      ...rendering,
    },
    variables: {},
    parameters: {},
  };
}
