import { references } from "../../../generator/expressions/reference.ts";
import { common, commonValues } from "../../../generator/kubernetes/common-values.ts";
import { kubernetes } from "../../../generator/kubernetes/embedded.ts";
import { environmentName, labelKey, labelValue } from "../../../generator/kubernetes/patterns.ts";
import { secretValues } from "../../../generator/topology/secret-source.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { decimal } from "../../../generator/values/decimal.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { list } from "../../../generator/values/list.ts";
import { map } from "../../../generator/values/map.ts";
import { oneOf } from "../../../generator/values/one-of.ts";
import { quantity } from "../../../generator/values/quantity.ts";
import { text } from "../../../generator/values/text.ts";

/** The values of a chart that is made for tests only: one of each kind. */
export const values = group("Values of the demo.", {
  ...commonValues,
  server: group("The server.", {
    replicas: integer("How many pods run.", { default: 1, minimum: 0, maximum: 9, example: 3 }),
    mode: oneOf("What the server is for.", { options: ["on", "http", "exec"], default: "http" }),
    ratio: decimal("Share of requests that are traced.", { default: 0.5, minimum: 0, maximum: 1 }),
    memory: quantity("Memory.", { default: "1Gi" }),
    cpuLimit: quantity("CPU; empty for no limit.", { default: "", removable: true }),
    verbose: boolean("Whether everything is logged.", { default: false }),
    address: text("Where the server is reached.", { example: "demo.example.com", pattern: "[a-z.]+" }),
    path: text("Prefix of all paths.", { default: "/v1_000", minLength: 1 }),
    modules: list("Modules to load.", { item: text("A module."), unique: true, default: ["core", "no"] }),
    tolerations: list("Taints that pods put up with.", { item: kubernetes("Toleration", "One taint.") }),
    affinity: kubernetes("Affinity", "Affinity of the pods."),
    labels: map("Labels of the pods.", { key: labelKey, item: text("The value.", { pattern: labelValue }) }),
    env: map("Further environment variables, by name.", {
      key: environmentName,
      item: kubernetes("EnvVar", "Where the value comes from.", { omit: ["name"] }),
      example: { DEBUG: { value: "1" } },
    }),
    routes: map("Routes, by name.", {
      key: "[a-z]+",
      item: group("A route.", {
        host: text("Host name."),
        weight: integer("Weight.", { default: 1, minimum: 0 }),
      }),
    }),
  }),
  secrets: group("Secrets.", {
    server: secretValues("What the server needs.", {
      token: { key: "token", description: "Token of the API.", pattern: "[a-z]{4}" },
    }),
  }),
});

export const { server, secrets } = references(values);
export const { global, openshift } = common;
