/** One end of a connection. */
export interface Peer {
  /** For messages. */
  readonly name: string;
  readonly address: string;
  /** Without it, it is no pod. */
  readonly pod?: Pod;
}

/** What policies know of a pod. */
export interface Pod {
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  readonly labels: Labels;
}

export type Labels = Readonly<Record<string, string>>;

/** A port of a connection's target. */
export interface Port {
  readonly number: number;
  /** What the target's container calls it; empty where it does not. */
  readonly name: string;
  readonly protocol: "TCP" | "UDP";
}

/** An attempt to connect. */
export interface Connection {
  readonly from: Peer;
  readonly to: Peer;
  readonly port: Port;
}

export function textOf({ from, to, port }: Connection): string {
  return `${from.name} -> ${to.name} ${port.protocol} ${port.number}`;
}
