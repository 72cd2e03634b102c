import type { IService } from "kubernetes-models/v1";
import { always, and, not } from "../../../expressions/condition.ts";
import { labels, selectorLabels } from "../../../kubernetes/labels.ts";
import { objectName } from "../../../kubernetes/names.ts";
import type { Document } from "../../../template/document.ts";
import type { Templated } from "../../../template/hole.ts";
import { component, componentDocument } from "../../../topology/component.ts";
import { portOf, urlOf } from "../../../topology/service.ts";
import { strangerTest, type TestSettings, testContainer, testPod } from "../../../topology/test-pod.ts";
import { getFunction } from "../../../topology/test-scripts.ts";
import { given } from "../values.ts";
import { withMetrics } from "./conditions.ts";
import { daemons } from "./deployment.ts";
import { proxydHttp } from "./proxyd.ts";
import { system } from "./system.ts";

const { tests: values, image, proxyd, pod, networkPolicy } = given;

/** The pod of `helm test`, which policies let in. */
export const tests = component({
  name: "test",
  suffix: "test",
  description: "What `helm test` asks of the release.",
  enabled: always,
  connections: [{ to: proxydHttp, when: always }],
});

/** The status of the first answer: redirects are followed, and tell what they are before. */
const firstStatus = `status() {
  wget -S -T 5 -t 1 -O /dev/null "$URL$1" 2>&1 |
    sed -n 's|.*HTTP/[0-9.]* \\([0-9][0-9][0-9]\\).*|\\1|p' | head -n 1
}
expect() {
  answer="$(status "$1")"
  echo "GET $1: \${answer:-no answer}, expected $2"
  [ "$answer" = "$2" ]
}
`;

/** Source: arizuko-observed.md, "proxyd". */
const routesScript = `${getFunction}${firstStatus}get /health
expect / 302
expect /dash/ 303
expect /v1/proxyd_routes 401
`;

const loopbackPorts = daemons.flatMap(({ listeners }) =>
  Object.values(listeners).flatMap(({ port, ports, loopback }) => (loopback && !ports ? [port] : [])),
);

/** A daemon that is bound to the loopback address answers nobody else, with or without network policies. */
const loopbackScript = `if ! nc -z -w 5 "$HOST" ${portOf(proxydHttp)}; then
  echo "$HOST does not answer on port ${portOf(proxydHttp)}, which is proxyd's and open to this pod"
  exit 1
fi
for port in ${loopbackPorts.join(" ")}; do
  if nc -z -w 2 "$HOST" "$port"; then
    echo "$HOST answers on port $port, which only its own pod may reach"
    exit 1
  fi
done
echo "$HOST answers on no port that is its own pod's"
`;

const settings: TestSettings = {
  image,
  resources: values.resources,
  securityContext: proxyd.securityContext,
  pod,
};

const url = [{ name: "URL", value: urlOf(proxydHttp) }];

/** The name by which the pod itself is found. It is no hook: `helm test --logs` takes every hook for a pod. */
const podName = objectName("pod");

const podService: Templated<IService> = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: podName, labels: labels("test") },
  spec: { clusterIP: "None", publishNotReadyAddresses: true, selector: selectorLabels(system.name) },
};

export const testDocuments: readonly Document[] = [
  componentDocument(tests, {
    file: "pod",
    comment: "What `helm test` asks of the release: proxyd's health and routes, and that no other daemon answers.",
    body: testPod(settings, {
      name: objectName("test"),
      labels: labels("test"),
      containers: [
        testContainer(settings, { name: "routes", script: routesScript, env: url, when: always }),
        testContainer(settings, {
          name: "loopback",
          script: loopbackScript,
          env: [{ name: "HOST", value: podName }],
          when: not(withMetrics),
        }),
      ],
    }),
  }),
  componentDocument(tests, {
    file: "service",
    comment: "Finds the pod by its own address, so that a test can try ports that no Service has.",
    condition: not(withMetrics),
    body: podService,
  }),
  strangerTest(tests, settings, {
    to: proxydHttp,
    path: "/health",
    when: and(networkPolicy.enabled, values.policiesEnforced),
  }),
];
