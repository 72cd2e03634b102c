import type { INetworkPolicyEgressRule, INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1";
import type { Condition } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { HelperOf } from "../template/helper.ts";
import type { Component } from "./component.ts";

/** Something outside of the release that components connect to. */
export interface External {
  readonly kind: "external";
  /** As the values, the diagram and the README call it: `postgres`. */
  readonly name: string;
  readonly description: string;
  /** Peers of network policies; an empty list stands for what `reach` says. */
  readonly peers: Expression<readonly INetworkPolicyPeer[]>;
  /** Every address but those of cloud metadata, or public ones only. */
  readonly reach: "anywhere" | "internet";
  readonly ports: Expression<readonly number[]>;
}

/** A component's listener, by name. */
export interface Endpoint {
  readonly kind: "endpoint";
  readonly component: Component;
  readonly listener: string;
}

/** Whom a component talks to, and when. */
export interface Connection {
  readonly to: External | Endpoint;
  readonly when: Condition;
}

/** Connections that several components have, and what prints the rules that allow them. */
export interface SharedConnections {
  readonly connections: readonly Connection[];
  readonly egress: HelperOf<INetworkPolicyEgressRule[], Readonly<Record<never, never>>>;
}

/** Something outside of the release that connects to components, such as the ingress controller. */
export interface Source {
  readonly name: string;
  readonly description: string;
  /** Peers of network policies; without them, or with an empty list, everybody. */
  readonly peers?: Expression<readonly INetworkPolicyPeer[]>;
}

/** Who from outside may talk to a component's listener, and when. */
export interface Admission {
  readonly from: Source;
  readonly listener: string;
  readonly when: Condition;
}
