import type { IPodMonitor } from "@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor";
import { and } from "../../../expressions/condition.ts";
import { labels, selectorLabels } from "../../../kubernetes/labels.ts";
import { fullname } from "../../../kubernetes/names.ts";
import { type Document, document } from "../../../template/document.ts";
import type { Templated } from "../../../template/hole.ts";
import { when } from "../../../template/when.ts";
import { given } from "../values.ts";
import { daemons } from "./deployment.ts";
import { prometheus } from "./outside.ts";
import { system } from "./system.ts";

const { metrics } = given.telemetry;
const { podMonitor } = metrics;

type PodEndpoint = NonNullable<IPodMonitor["spec"]["podMetricsEndpoints"]>[number];

const metered = daemons.filter(({ admissions }) => admissions.some(({ from }) => from === prometheus));

const body: Templated<IPodMonitor> = {
  apiVersion: "monitoring.coreos.com/v1",
  kind: "PodMonitor",
  metadata: { name: fullname, labels: labels(system.name) },
  spec: {
    selector: { matchLabels: selectorLabels(system.name) },
    podMetricsEndpoints: metered.map(({ name, enabled }) =>
      when<PodEndpoint>(enabled, { port: name, path: "/metrics", interval: podMonitor.interval }),
    ),
  },
};

export const podMonitorDocument: Document = document({
  file: "telemetry/pod-monitor",
  comment: "Has Prometheus read the daemons' figures, save proxyd's, which would be public.",
  condition: and(metrics.enabled, podMonitor.enabled),
  body,
});
