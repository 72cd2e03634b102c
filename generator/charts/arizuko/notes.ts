import { chart, release } from "../../expressions/builtin.ts";
import { always, and, equals, isSet } from "../../expressions/condition.ts";
import { string } from "../../expressions/text.ts";
import { fullname } from "../../kubernetes/names.ts";
import type { Note } from "../../topology/chart.ts";
import { checklistNote } from "../../topology/checklist.ts";
import { unpublishedImageNote } from "../../topology/image-note.ts";
import { secretNotes } from "../../topology/secret-notes.ts";
import { servicePortOf } from "../../topology/service.ts";
import { checklist } from "./checklist.ts";
import { hasAccounts, withChats, withOauth } from "./components/conditions.ts";
import { authBase } from "./components/configuration.ts";
import { proxydHttp } from "./components/proxyd.ts";
import { arizukoSecret } from "./components/secrets.ts";
import { given } from "./values.ts";

const { image, instance, secrets, externalSecrets, replicas } = given;

const kubectl = string`kubectl -n ${release.namespace}`;
const inRoutd = string`${kubectl} exec deployment/${fullname} -c routd --`;

export const notes: readonly Note[] = [
  {
    condition: always,
    lines: [
      string`arizuko ${chart.appVersion} is on its way as ${release.name} in the namespace ${release.namespace}.`,
    ],
  },
  ...secretNotes([arizukoSecret], { generate: secrets.generate, external: externalSecrets.enabled }),
  {
    condition: equals(replicas, 0),
    lines: ["There is no pod, since replicas is 0. Set it to 1 when the data directory is as you want it."],
  },
  {
    condition: always,
    lines: [
      "Reach it from here:",
      string`  ${kubectl} port-forward service/${fullname} 8080:${String(servicePortOf(proxydHttp))}`,
      "  curl -s http://localhost:8080/health",
    ],
  },
  {
    condition: isSet(authBase),
    lines: [string`People reach it at ${authBase}.`],
  },
  {
    condition: and(isSet(authBase), withOauth),
    lines: [
      "Nobody may do anything yet. Make yourself its operator, by the name that you sign in with:",
      string`  ${inRoutd} \\`,
      string`    arizuko group ${instance} grant github:YOUR_LOGIN '**'`,
    ],
  },
  {
    condition: withChats,
    lines: [
      "A first web chat, at /chat/ and the token that this prints:",
      string`  ${inRoutd} \\`,
      string`    arizuko token ${instance} issue chat main`,
    ],
  },
  {
    condition: hasAccounts("whapd"),
    lines: [
      "Pair WhatsApp with your phone:",
      string`  ${kubectl} exec deployment/${fullname} \\`,
      "    -c whapd -- node dist/main.js --pair PHONE_NUMBER",
    ],
  },
  {
    condition: always,
    lines: [
      string`Test it: helm -n ${release.namespace} test ${release.name}`,
      "After a Secret has changed, the pod goes on with the old one until it is restarted:",
      string`  ${kubectl} rollout restart deployment/${fullname}`,
    ],
  },
  checklistNote(checklist),
  unpublishedImageNote("arizuko", image),
];
