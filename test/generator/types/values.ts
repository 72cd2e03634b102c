import { references } from "../../../generator/expressions/reference.ts";
import { kubernetes } from "../../../generator/kubernetes/embedded.ts";
import { environmentName, labelKey } from "../../../generator/kubernetes/patterns.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { formerly } from "../../../generator/values/formerly.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { list } from "../../../generator/values/list.ts";
import { map } from "../../../generator/values/map.ts";
import { oneOf } from "../../../generator/values/one-of.ts";
import { secret } from "../../../generator/values/secret.ts";
import { text } from "../../../generator/values/text.ts";

/** Values for the type tests beside this file, which the compiler runs: nothing here is ever executed. */
export const values = group("Values.", {
  // Named as fields of Kubernetes bodies are, on purpose.
  path: group("A group.", { name: text("A name."), node: text("A node.") }),
  replicas: integer("A number.", { default: 1 }),
  on: boolean("A switch.", { default: false }),
  mode: oneOf("A choice.", { options: ["exec", "http"], default: "exec" }),
  token: secret("A secret."),
  size: formerly("scale", text("A text.")),
  modules: list("Texts.", { item: text("One.") }),
  affinity: kubernetes("Affinity", "A Kubernetes value."),
  labels: map("Texts by name.", { key: labelKey, item: text("One.") }),
  env: map("Variables.", { key: environmentName, item: kubernetes("EnvVar", "One.", { omit: ["name"] }) }),
  routes: map("Groups by name.", {
    key: "[a-z]+",
    item: group("One.", { host: text("A host."), weight: integer("A weight.", { default: 1 }) }),
  }),
});

export const { path, replicas, on, mode, token, modules, affinity, labels, env, routes } = references(values);
