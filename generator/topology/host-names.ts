import { hostName } from "../kubernetes/patterns.ts";
import { list } from "../values/list.ts";
import { text } from "../values/text.ts";

/** Declares the host names of an Ingress or HTTPRoute. */
export function hostNames(example: string) {
  return list("Host names that it answers to; empty for every one.", {
    item: text("A host name.", { pattern: hostName, minLength: 1, maxLength: 253 }),
    unique: true,
    example: [example],
  });
}

export type HostNames = ReturnType<typeof hostNames>;
