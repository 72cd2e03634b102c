import type { Condition } from "../expressions/condition.ts";
import type { Endpoint } from "./connection.ts";

/** One way from outside to a component: requests for a path, and where they go. */
export interface Way {
  readonly path: string;
  readonly pathType: "Exact" | "Prefix";
  readonly to: Endpoint;
  readonly when: Condition;
}

/** Where requests from outside may go, be it by an Ingress or by an HTTPRoute. */
export interface Exposure {
  readonly ways: readonly Way[];
  /** What the ways lead to, to complete "Where … sends requests: ". */
  readonly targets: string;
}
