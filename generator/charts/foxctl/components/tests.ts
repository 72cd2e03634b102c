import type { IContainer, IPod } from "kubernetes-models/v1";
import { always, and, type Condition } from "../../../expressions/condition.ts";
import type { Expression } from "../../../expressions/expression.ts";
import { common } from "../../../kubernetes/common-values.ts";
import { imageName } from "../../../kubernetes/image.ts";
import { componentLabel, labels } from "../../../kubernetes/labels.ts";
import { objectName } from "../../../kubernetes/names.ts";
import { resources } from "../../../kubernetes/resources.ts";
import { podSecurityContext, securityContext } from "../../../kubernetes/security-context.ts";
import type { Document, KubernetesBody } from "../../../template/document.ts";
import type { Hole, Maybe, Templated } from "../../../template/hole.ts";
import { when } from "../../../template/when.ts";
import { component, componentDocument } from "../../../topology/component.ts";
import type { Endpoint } from "../../../topology/connection.ts";
import { urlOf } from "../../../topology/service.ts";
import { given } from "../values.ts";
import { chatHttp } from "./chat.ts";
import { chatApart, chatInCore, onTeams } from "./conditions.ts";
import { coreHttp } from "./core.ts";
import { gatewayHttp } from "./gateway.ts";

const { tests: values, toolbox, core, gateway, networkPolicy } = given;

/** The pod of `helm test`, which policies let in. */
export const tests = component({
  name: "test",
  suffix: "test",
  description: "What `helm test` asks of the release.",
  enabled: always,
  connections: [
    { to: coreHttp, when: always },
    { to: gatewayHttp, when: gateway.enabled },
    { to: chatHttp, when: and(chatApart, onTeams) },
  ],
});

/** Tries for half a minute, since a Service may lag behind its pods. */
const get = `get() {
  for attempt in 1 2 3 4 5 6; do
    wget -q -T 5 -O /dev/null "$URL$1" && echo "GET $1: answered" && return 0
    sleep 5
  done
  echo "GET $URL$1 did not answer with success"
  return 1
}
`;

/** The status of an answer, whatever it is. */
const status = `status() {
  wget -S -T 5 -O /dev/null "$@" 2>&1 | sed -n 's|.*HTTP/[0-9.]* \\([0-9][0-9][0-9]\\).*|\\1|p' | tail -n 1
}
`;

const healthScript = `${get}get /healthz
get /readyz
`;

const gatewayScript = `${get}${status}get /login
answer="$(status "$URL/api/agents")"
echo "GET /api/agents without a session: $answer"
[ "$answer" = 401 ]
answer="$(status --post-data '{}' "$URL/api/teams/messages")"
echo "POST /api/teams/messages through the gateway: $answer"
[ "$answer" = 401 ]
`;

const webhookScript = `${status}answer="$(status --post-data '{}' "$URL/api/teams/messages")"
echo "POST /api/teams/messages: \${answer:-no answer}"
case "$answer" in
  ''|404|405|5*) echo "the Teams adapter does not answer"; exit 1 ;;
esac
`;

const strangerScript = `if wget -q -T 5 -O /dev/null "$URL/healthz"; then
  echo "$URL answered a pod that no network policy lets in"
  exit 1
fi
echo "$URL refuses strangers"
`;

type ContainerOf = Templated<IContainer> | Maybe<IContainer>;

function check(name: string, to: Endpoint, script: string, condition: Condition): ContainerOf {
  const container: Templated<IContainer> = {
    name,
    image: imageName(toolbox.image),
    imagePullPolicy: toolbox.image.pullPolicy,
    command: ["/bin/sh", "-ec", script],
    env: [{ name: "URL", value: urlOf(to) }],
    resources: resources(values.resources),
    securityContext: securityContext(core.securityContext),
  };
  return when<IContainer>(condition, container);
}

interface TestPod {
  readonly name: Expression<string>;
  readonly labels: Hole<{ [key: string]: string }> | { readonly [key: string]: string };
  readonly containers: readonly ContainerOf[];
}

function testPod({ name, labels: podLabels, containers }: TestPod): KubernetesBody {
  const pod: Templated<IPod> = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name,
      labels: podLabels,
      annotations: { "helm.sh/hook": "test", "helm.sh/hook-delete-policy": "before-hook-creation" },
    },
    spec: {
      restartPolicy: "Never",
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      imagePullSecrets: common.global.imagePullSecrets,
      securityContext: podSecurityContext(core.pod.securityContext),
      nodeSelector: core.pod.nodeSelector,
      tolerations: core.pod.tolerations,
      containers,
    },
  };
  return pod;
}

const webhookOf = (to: Endpoint, here: Condition) =>
  check(`webhook-${to.component.name}`, to, webhookScript, and(onTeams, here));

export const testDocuments: readonly Document[] = [
  componentDocument(tests, {
    file: "pod",
    comment: "What `helm test` asks of the release: health, sign-in and its refusal, the webhook of Microsoft Teams.",
    body: testPod({
      name: objectName("test"),
      labels: labels("test"),
      containers: [
        check("core", coreHttp, healthScript, always),
        check("gateway", gatewayHttp, gatewayScript, gateway.enabled),
        webhookOf(coreHttp, chatInCore),
        webhookOf(chatHttp, chatApart),
      ],
    }),
  }),
  componentDocument(tests, {
    file: "stranger",
    comment: "Tries as a pod that no network policy lets in, and must fail.",
    condition: and(networkPolicy.enabled, values.policiesEnforced),
    body: testPod({
      name: objectName("test-stranger"),
      labels: { [componentLabel]: "test-stranger" },
      containers: [check("core", coreHttp, strangerScript, always)],
    }),
  }),
];
