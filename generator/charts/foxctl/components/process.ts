import type { IContainer, IProbe } from "kubernetes-models/v1";
import { equals, isSet, not, or } from "../../../expressions/condition.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { toText } from "../../../expressions/text.ts";
import type { ContainerReference } from "../../../kubernetes/container-values.ts";
import { imageName } from "../../../kubernetes/image.ts";
import { resources } from "../../../kubernetes/resources.ts";
import { securityContext } from "../../../kubernetes/security-context.ts";
import { fragment, helper } from "../../../template/helper.ts";
import type { Maybe } from "../../../template/hole.ts";
import type { OwnEntries } from "../../../template/keyed-list.ts";
import { when } from "../../../template/when.ts";
import type { Component } from "../../../topology/component.ts";
import { sharedConnections } from "../../../topology/network-policy.ts";
import { type ContainerBody, containerMounts, type Probes } from "../../../topology/pod.ts";
import { given } from "../values.ts";
import { onPostgres, onS3, onTurso } from "./conditions.ts";
import { embeddingProvider, llmProvider, oauthProviders, postgres, rerankProvider, s3, turso } from "./outside.ts";

const { core, embedding, rerank, llm, oauth, observability, toolbox } = given;
const { retention } = observability;

/** Whom every foxctl process talks to. */
export const processConnections = sharedConnections("egress.process", "Whom every foxctl process may talk to.", [
  { to: postgres, when: onPostgres },
  { to: turso, when: onTurso },
  { to: s3, when: onS3 },
  {
    to: embeddingProvider,
    when: or(isSet(embedding.baseUrl), equals(embedding.fromSecret, "baseUrlAndApiKey")),
  },
  { to: rerankProvider, when: rerank.enabled },
  { to: llmProvider, when: not(equals(llm.provider, "none")) },
  { to: oauthProviders, when: oauth.enabled },
]);

interface TimingReference {
  readonly initialDelaySeconds: Expression<number>;
  readonly periodSeconds: Expression<number>;
  readonly timeoutSeconds: Expression<number>;
  readonly failureThreshold: Expression<number>;
}

/** When a probe runs. */
export function timing(values: TimingReference) {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = values;
  return { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold };
}

/** A probe by HTTP, by a command, or none at all. */
function probe(
  mode: Expression<"http" | "exec" | "off">,
  path: string,
  command: Expression<readonly string[]>,
  values: TimingReference,
): Maybe<IProbe> {
  return when<IProbe>(
    equals(mode, "http"),
    { httpGet: { path, port: "http" }, ...timing(values) },
    when<IProbe>(equals(mode, "exec"), { exec: { command }, ...timing(values) }),
  );
}

const { probes } = core;

/** The probes of every process that serves the web API. */
export const webProbes = fragment(
  helper<Probes>({
    name: "webProbes",
    comment: "How Kubernetes learns of the health of a process that serves the web API.",
    body: {
      startupProbe: probe(probes.mode, "/healthz", probes.liveness.command, probes.startup),
      livenessProbe: probe(probes.mode, "/healthz", probes.liveness.command, probes.liveness),
      readinessProbe: probe(probes.mode, "/readyz", probes.readiness.command, probes.readiness),
    },
  }),
  {},
);

/**
 * Deletes what nobody writes to any more and cuts event files that grow too large, copying what is kept so that foxctl
 * can go on writing to the same file. It needs no command of foxctl's own.
 */
const retentionScript = `trap 'exit 0' TERM
while true; do
  find "$DIRECTORY" -type f -mtime +"$DAYS" ! -name '*.db' ! -name '*.db-*' -exec rm -f {} +
  find "$DIRECTORY" -type f -name '*.ndjson' -size +"$((MEGABYTES * 1024))k" | while read -r file; do
    tail -c "$((MEGABYTES * 524288))" "$file" > "$file.kept" && cat "$file.kept" > "$file"
    rm -f "$file.kept"
  done
  sleep "$SECONDS_BETWEEN" &
  wait $!
done
`;

/** The container that keeps the directory with a process's observability data within bounds, wherever it is mounted. */
export function retentionContainer(process: Component, values: ContainerReference): OwnEntries<IContainer, "name"> {
  const body: ContainerBody = {
    image: imageName(toolbox.image),
    imagePullPolicy: toolbox.image.pullPolicy,
    command: ["/bin/sh", "-c", retentionScript],
    env: [
      { name: "DIRECTORY", value: observability.directory },
      { name: "DAYS", value: toText(retention.days) },
      { name: "MEGABYTES", value: toText(retention.maxFileMegabytes) },
      { name: "SECONDS_BETWEEN", value: toText(retention.intervalSeconds) },
    ],
    resources: resources(retention.resources),
    securityContext: securityContext(values.securityContext),
    volumeMounts: containerMounts(process, values),
  };
  return { retention: when<Omit<IContainer, "name">>(retention.enabled, body) };
}
