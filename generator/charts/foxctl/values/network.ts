import { externalValues } from "../../../topology/external.ts";
import { nameResolutionValues } from "../../../topology/name-resolution.ts";
import { ingressControllerValues, prometheusValues } from "../../../topology/sources.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { oneOf } from "../../../values/one-of.ts";

/** Whom pods may talk to. Source: reference foxctl.md, section 1.9 and quirks Q1 to Q5. */
export const networkPolicy = group(
  "Network policies: nothing comes in or goes out but what is listed here and in use.",
  {
    enabled: boolean("Whether there are network policies.", { default: true }),
    ingressController: ingressControllerValues(),
    prometheus: group("Prometheus, for which the web pod answers on its port. It serves no metrics of its own today.", {
      enabled: boolean("Whether Prometheus may come in.", { default: false }),
      ...prometheusValues().children,
    }),
    dns: nameResolutionValues(),
    cloudIdentity: oneOf("Which cloud's identity service pods may ask for credentials.", {
      options: ["none", "eks-pod-identity", "gke-workload-identity"],
      default: "none",
    }),
    postgres: externalValues("PostgreSQL.", 5432),
    turso: externalValues("Turso.", 443),
    s3: externalValues("The S3 endpoint, and where a role signs in (AWS STS).", 443),
    embedding: externalValues("The embedding provider.", 443),
    rerank: externalValues("The reranking provider.", 443),
    llm: externalValues("The language model's provider.", 443),
    smtp: externalValues("The mail server.", 25, 465, 587),
    chat: externalValues("The chat platform.", 443),
    git: externalValues("The Git server.", 22, 443),
    oauth: externalValues("The OAuth providers.", 443),
  },
);
