import type { Document } from "../../../template/document.ts";
import type { Component } from "../../../topology/component.ts";
import { nameResolution } from "../../../topology/name-resolution.ts";
import { defaultDeny, networkPolicy } from "../../../topology/network-policy.ts";
import { callerOf } from "../../../values/place.ts";
import { given } from "../values.ts";
import { system } from "./system.ts";
import { tests } from "./tests.ts";

const { networkPolicy: values } = given;

/** A policy for the pod and one for its tests, and one that denies the rest. */
export function networkPolicyDocuments(components: readonly Component[]): readonly Document[] {
  const options = { enabled: values.enabled, components, egress: [nameResolution(values.dns)] };
  return [
    defaultDeny(values.enabled, callerOf(networkPolicyDocuments)),
    networkPolicy(system, options),
    networkPolicy(tests, options),
  ];
}
