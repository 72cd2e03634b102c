import type { Chart } from "../topology/chart.ts";
import type { Component } from "../topology/component.ts";
import type { Problem } from "./problem.ts";

/** Two listeners on one port: the second process could not start. */
export function sharedPorts(chart: Chart): readonly Problem[] {
  return chart.components.flatMap(portsSharedIn);
}

function portsSharedIn({ name, listeners, place }: Component): readonly Problem[] {
  const byPort = Map.groupBy(Object.entries(listeners), ([, { port }]) => port);
  return [...byPort]
    .filter(([, sharing]) => sharing.length > 1)
    .map(([port, sharing]) => ({
      place,
      message:
        `the listeners ${sharing.map(([listener]) => listener).join(" and ")} of component "${name}" are both on port ` +
        `${port}; give one of them another port`,
    }));
}
