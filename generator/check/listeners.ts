import type { Chart } from "../topology/chart.ts";
import { type Component, podOf } from "../topology/component.ts";
import type { Problem } from "./problem.ts";

/** Two listeners on one port of a pod: the second process could not start. */
export function sharedPorts({ components }: Chart): readonly Problem[] {
  return [...Map.groupBy(components, podOf).values()].flatMap(portsSharedIn);
}

/** A listener, and the component that it is of. */
interface Listening {
  readonly listener: string;
  readonly component: Component;
}

function portsSharedIn(components: readonly Component[]): readonly Problem[] {
  const listening = components.flatMap((component) =>
    Object.entries(component.listeners).flatMap(([listener, { port, ports = 1 }]) =>
      Array.from({ length: ports }, (_, index): readonly [number, Listening] => [
        port + index,
        { listener, component },
      ]),
    ),
  );
  return [...Map.groupBy(listening, ([port]) => port)].flatMap(([port, sharing]) => {
    const [, last] = sharing.at(-1) ?? [];
    if (!last || sharing.length < 2) return [];
    const names = sharing.map(([, { listener, component }]) => `${listener} of component "${component.name}"`);
    const message = `the listeners ${names.join(" and ")} are in one pod and both on port ${port}; give one another port`;
    return [{ place: last.component.place, message }];
  });
}
