import type { IEnvVar, IProbe } from "kubernetes-models/v1";
import { always, and, type Condition } from "../../../expressions/condition.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { fragment, type HelperOptions, parametricHelper } from "../../../template/helper.ts";
import type { Hole, Templated } from "../../../template/hole.ts";
import type { OwnEntries } from "../../../template/keyed-list.ts";
import { when, whenSet } from "../../../template/when.ts";
import { type Component, component } from "../../../topology/component.ts";
import type { Connection } from "../../../topology/connection.ts";
import type { Probes } from "../../../topology/pod.ts";
import { fromSecret, type SecretVariable } from "../../../topology/secret-source.ts";
import { sharedEnvironment } from "../../../topology/shared-environment.ts";
import { plainVariables } from "../../../topology/variables.ts";
import { text } from "../../../values/text.ts";
import { given } from "../values.ts";
import { withMetrics, withOtlp } from "./conditions.ts";
import { configured } from "./configuration.ts";
import { collector, prometheus } from "./outside.ts";
import { type DaemonName, ports, urlOfDaemon } from "./ports.ts";
import { arizukoSecret } from "./secrets.ts";
import { system } from "./system.ts";

const { timeZone, telemetry, instance, probes } = given;

/** What every daemon that speaks Go is told. Source: reference arizuko.md, section 2.2. */
const commonVariables: OwnEntries<IEnvVar, "name"> = {
  ...configured("ASSISTANT_NAME", "LOG_LEVEL"),
  ...plainVariables({
    TZ: whenSet(timeZone),
    ARIZUKO_INSTANCE: instance,
    OTEL_EXPORTER_OTLP_ENDPOINT: when<string>(withOtlp, telemetry.otlp.endpoint),
    OTEL_EXPORTER_OTLP_PROTOCOL: when<string>(withOtlp, telemetry.otlp.protocol),
  }),
};

/** What every such daemon is told in secret. */
const commonSecrets: Readonly<Record<string, SecretVariable>> = {
  OTEL_EXPORTER_OTLP_HEADERS: fromSecret(arizukoSecret, "otlpHeaders", {
    when: and(withOtlp, telemetry.otlp.headersFromSecret),
  }),
};

/** What stands in the container of every such daemon. */
export const containerEnvironment = sharedEnvironment(
  "What stands in the container of every daemon of arizuko's own.",
  {
    secrets: commonSecrets,
    variables: commonVariables,
  },
);

/** Whom every such daemon talks to. */
export const commonConnections: readonly Connection[] = [{ to: collector, when: withOtlp }];

/** Where authd is. Without it most daemons would let everybody in (reference arizuko.md, section 6). */
export const authority = { AUTHD_URL: urlOfDaemon("authd") } as const;

const metricsVariables = plainVariables({ METRICS_ENABLED: when<string>(withMetrics, "true") });

/** An address to listen on: the pod's only where Prometheus has to reach it. */
export const loopbackUnlessMetrics = (name: DaemonName): Templated<string> =>
  when<string>(withMetrics, `:${ports[name]}`, `127.0.0.1:${ports[name]}`);

/** A core daemon, with a key of its own for authd. */
export function daemon(
  name: "authd" | "routd" | "runed" | "timed" | "onbod" | "dashd" | "webd" | "proxyd",
  options: Pick<Component, "description" | "variables"> &
    Partial<
      Pick<Component, "suffix" | "enabled" | "connections" | "admissions" | "secrets" | "directories" | "mounts">
    > & {
      readonly listener?: Component["listeners"][string];
      /** Whether it serves figures for Prometheus, on the port that it has anyway. */
      readonly metered?: boolean;
    },
): Component {
  const { variables, secrets = {}, connections = [], admissions = [], listener, metered = false, ...rest } = options;
  return component({
    name,
    suffix: name,
    enabled: always,
    within: system,
    listeners: { [name]: listener ?? { port: ports[name], loopback: true } },
    ...rest,
    connections: [...connections, ...commonConnections],
    admissions: [...admissions, ...(metered ? [{ from: prometheus, listener: name, when: withMetrics }] : [])],
    sharedEnvironment: containerEnvironment,
    variables: { ...variables, ...(metered && metricsVariables) },
    secrets: {
      AUTHD_SERVICE_KEY: fromSecret(arizukoSecret, `${name}Key`, { when: always }),
      ...secrets,
    },
  });
}

interface Timing {
  readonly enabled: Condition;
  readonly periodSeconds: Expression<number>;
  readonly timeoutSeconds: Expression<number>;
  readonly failureThreshold: Expression<number>;
}

/** Asks as often as the user says, if at all. */
export function asked({ enabled, periodSeconds, timeoutSeconds, failureThreshold }: Timing, how: Handler) {
  return when<IProbe>(enabled, { ...how, periodSeconds, timeoutSeconds, failureThreshold });
}
type Handler = { readonly exec: { readonly command: Templated<string[]> } } | { readonly httpGet: HttpGet };
interface HttpGet {
  readonly path: string;
  readonly port: string;
}

/** The same question as a process comes up and for as long as it runs. */
export function askedThroughout(how: Handler) {
  return { startupProbe: asked(probes.startup, how), livenessProbe: asked(probes.liveness, how) };
}

/** Asks within the container: Kubernetes itself does not reach the loopback address. */
function answersAt(url: Templated<string>): Handler {
  return { exec: { command: ["wget", "-q", "-O", "/dev/null", url] } };
}

const probesHelper = parametricHelper(
  { url: text("Where a daemon answers.") },
  ({ url }): HelperOptions<Probes> => ({
    name: "probes",
    comment: "Whether a daemon comes up, and goes on answering. Its health says nothing of others.",
    body: askedThroughout(answersAt(url)),
  }),
);

/** Comes up, and goes on answering: the probes of a daemon whose health says nothing of others. */
export function probesOf(url: string): Hole<Probes> {
  return fragment(probesHelper, { url });
}

const health = (name: DaemonName): string => `${urlOfDaemon(name)}/health`;

/** The same for a daemon with arizuko's own way of telling. */
export const healthOf = (name: DaemonName) => probesOf(health(name));

/** Comes up: for a daemon that has its own way to tell that it goes on. */
export const startOf = (name: DaemonName) => asked(probes.startup, answersAt(health(name)));
