import type { KubernetesObject } from "./kubernetes-object.ts";

/** What Kubernetes accepts at most; a CronJob's Jobs get eleven characters more. */
const longestName = 63;
const longestCronJobName = 52;

/** What is wrong with an object's name. */
export function nameProblems({ kind, metadata: { name } }: KubernetesObject): readonly string[] {
  const longest = kind === "CronJob" ? longestCronJobName : longestName;
  const isName = typeof name === "string" && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(name);
  // A Service's name must begin with a letter; nothing is gained by letting others begin with a digit.
  if (isName && name.length <= longest) return [];
  return [`${kind} ${name}: ${isName ? `${name.length} characters` : "no valid name"}`];
}
