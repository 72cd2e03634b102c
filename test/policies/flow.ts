import { presets } from "../charts/preset.ts";
import type { Values } from "../charts/values-file.ts";
import { allowed } from "./analyser.ts";
import type { Peer, Port } from "./connection.ts";
import { policyRelease } from "./release.ts";

/** A connection that the chart's description names, and whether it is allowed. */
export interface Flow {
  /** Name of a preset. */
  readonly preset: string;
  readonly values?: Values;
  /** The component of a pod, or somebody else. */
  readonly from: string | Peer;
  readonly to: string | Peer;
  readonly port: number;
  readonly protocol?: Port["protocol"];
}

/** @throws Error where the release has no such pod: what is not there is allowed nothing for no good reason */
export async function isAllowed(chart: string, flow: Flow): Promise<boolean> {
  const preset = presets.find((each) => each.chart === chart && each.name === flow.preset);
  if (!preset) throw new Error(`${chart} has no preset "${flow.preset}"`);
  const { policies, pods } = policyRelease(preset, flow.values);
  const podOf = (name: string) => {
    const pod = pods.find(({ component }) => component === name);
    if (pod) return pod;
    throw new Error(`no pod is of "${name}"; there are ${pods.map(({ component }) => component).join(", ")}`);
  };
  const from = typeof flow.from === "string" ? podOf(flow.from) : flow.from;
  const to = typeof flow.to === "string" ? podOf(flow.to) : flow.to;
  const named =
    typeof flow.to === "string" ? podOf(flow.to).ports.find(({ number }) => number === flow.port) : undefined;
  const port: Port = { number: flow.port, name: named?.name ?? "", protocol: flow.protocol ?? "TCP" };
  return (await allowed(policies, [{ from, to, port }])).length > 0;
}

/** A pod in another namespace. */
export function podIn(namespace: string, labels: Readonly<Record<string, string>> = {}): Peer {
  const namespaceLabels = { "kubernetes.io/metadata.name": namespace };
  return { name: `a pod in ${namespace}`, address: "10.244.7.1", pod: { namespace, namespaceLabels, labels } };
}

export function at(address: string): Peer {
  return { name: address, address };
}
