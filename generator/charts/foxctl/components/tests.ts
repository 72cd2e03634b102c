import { always, and, type Condition } from "../../../expressions/condition.ts";
import { labels } from "../../../kubernetes/labels.ts";
import { objectName } from "../../../kubernetes/names.ts";
import type { Document } from "../../../template/document.ts";
import { component, componentDocument } from "../../../topology/component.ts";
import type { Endpoint } from "../../../topology/connection.ts";
import { urlOf } from "../../../topology/service.ts";
import { strangerTest, type TestSettings, testContainer, testPod } from "../../../topology/test-pod.ts";
import { getFunction, statusFunction } from "../../../topology/test-scripts.ts";
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

const healthScript = `${getFunction}get /healthz
get /readyz
`;

const gatewayScript = `${getFunction}${statusFunction}get /login
answer="$(status "$URL/api/agents")"
echo "GET /api/agents without a session: $answer"
[ "$answer" = 401 ]
answer="$(status --post-data '{}' "$URL/api/teams/messages")"
echo "POST /api/teams/messages through the gateway: $answer"
[ "$answer" = 401 ]
`;

const webhookScript = `${statusFunction}answer="$(status --post-data '{}' "$URL/api/teams/messages")"
echo "POST /api/teams/messages: \${answer:-no answer}"
case "$answer" in
  ''|404|405|5*) echo "the Teams adapter does not answer"; exit 1 ;;
esac
`;

const settings: TestSettings = {
  image: toolbox.image,
  resources: values.resources,
  securityContext: core.securityContext,
  pod: core.pod,
};

const check = (name: string, to: Endpoint, script: string, condition: Condition) =>
  testContainer(settings, { name, script, env: [{ name: "URL", value: urlOf(to) }], when: condition });

const webhookOf = (to: Endpoint, here: Condition) =>
  check(`webhook-${to.component.name}`, to, webhookScript, and(onTeams, here));

export const testDocuments: readonly Document[] = [
  componentDocument(tests, {
    file: "pod",
    comment: "What `helm test` asks of the release: health, sign-in and its refusal, the webhook of Microsoft Teams.",
    body: testPod(settings, {
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
  strangerTest(tests, settings, {
    to: coreHttp,
    path: "/healthz",
    when: and(networkPolicy.enabled, values.policiesEnforced),
  }),
];
