import type { IDeployment } from "kubernetes-models/apps/v1";
import type { IContainer, IEnvVar } from "kubernetes-models/v1";
import { and, equals, isSet, not } from "../../../generator/expressions/condition.ts";
import { base64, string, toText } from "../../../generator/expressions/text.ts";
import { each, entriesOf } from "../../../generator/template/each.ts";
import type { Templated } from "../../../generator/template/hole.ts";
import { keyedList } from "../../../generator/template/keyed-list.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import { when } from "../../../generator/template/when.ts";
import { affinity, env, labels, mode, on, path, replicas, routes, token } from "./values.ts";

// What must compile: were it refused, what the files beside this one refuse would prove nothing.

const route = entriesOf(routes, "route");

export const deployment: Templated<IDeployment> = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: path.name, labels: mapping({ own: "yes" }, labels) },
  spec: {
    replicas: when(not(on), replicas),
    selector: { matchLabels: { app: "demo" } },
    template: {
      spec: {
        affinity,
        containers: [
          {
            name: "main",
            image: string`${path.name}:1`,
            args: [when<string>(and(on, isSet(path.name)), "--on")],
            env: keyedList<IEnvVar, "name">(
              "name",
              { HOME: { value: "/home" }, SIZE: { value: toText(replicas) } },
              env,
            ),
            livenessProbe: when(
              equals(mode, "http"),
              { httpGet: { path: "/healthz", port: "http" } },
              { exec: { command: ["true"] } },
            ),
          },
          when<IContainer>(on, { name: "second", image: "demo:1" }),
          each<IContainer>(route, { name: route.key, image: route.value.host }),
        ],
      },
    },
  },
};

export const secretData: Templated<{ [key: string]: string }> = mapping({ token: base64(token) });
