import type { KubernetesObject } from "./kubernetes-object.ts";

/** What Kubernetes accepts at most; a CronJob's Jobs get eleven characters more. */
const longestName = 63;
const longestCronJobName = 52;

/** Kinds whose objects the user names, in the form that Kubernetes gives most names (documentation, "Object Names and IDs"). */
const namedByUser = ["SecretStore"];

/** What is wrong with an object's name. */
export function nameProblems({ kind, metadata: { name } }: KubernetesObject): readonly string[] {
  const isSubdomain = /^[a-z0-9]([-.a-z0-9]*[a-z0-9])?$/.test(String(name)) && String(name).length <= 253;
  if (namedByUser.includes(kind)) return isSubdomain ? [] : [`${kind} ${name}: no valid name`];
  const longest = kind === "CronJob" ? longestCronJobName : longestName;
  const isName = typeof name === "string" && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
  // A Service's name must begin with a letter; nothing is gained by letting others begin with a digit.
  if (isName && name.length <= longest) return [];
  return [`${kind} ${name}: ${isName ? `${name.length} characters` : "no valid name"}`];
}
