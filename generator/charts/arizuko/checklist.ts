import { release } from "../../expressions/builtin.ts";
import { and, contains, equals, isSet, not, or } from "../../expressions/condition.ts";
import { string, toText } from "../../expressions/text.ts";
import { attention, type Checklist, check, notApplicable, ok } from "../../topology/checklist.ts";
import { secretName } from "../../topology/secret-source.ts";
import { hasAccounts, withDind, withHostSocket, withOauth } from "./components/conditions.ts";
import { authBase } from "./components/configuration.ts";
import { dataClaimName } from "./components/data.ts";
import { arizukoSecret } from "./components/secrets.ts";
import { given, values } from "./values.ts";

const { agents, externalSecrets, httpRoute, ingress, networkPolicy, persistence, secrets, service, vited } = given;
const { limits } = agents.dind.resources;
const { memory: usualMemory } = values.children.agents.children.dind.children.resources.children.limits.children;

const published = or(ingress.enabled, httpRoute.enabled, not(equals(service.type, "ClusterIP")));

/** Sources: seed 000, "Production Checklist", asked of arizuko; reference arizuko.md, sections 2.4, 6 and 8. */
export const checklist: Checklist = {
  bindings: [],
  checks: [
    check(
      "Storage",
      [
        [
          and(not(isSet(persistence.existingClaim)), not(persistence.keep)),
          attention`all data are on the claim ${dataClaimName}, which goes with the release; see persistence.keep`,
        ],
      ],
      ok`all data are on the claim ${dataClaimName}; back it up together with the Secret`,
    ),
    check(
      "Secrets",
      [
        [isSet(secrets.existingSecret), ok`all keys are yours, in the Secret ${secrets.existingSecret}`],
        [
          and(externalSecrets.enabled, isSet(secrets.remoteKey)),
          ok`External Secrets fetches all keys from ${secrets.remoteKey}`,
        ],
        [not(secrets.generate), attention`nothing is made up, so every key is yours to supply; see secrets.generate`],
      ],
      ok`what only arizuko needs is made up once, in ${secretName(arizukoSecret)}; without it stored secrets are lost`,
    ),
    check(
      "Agents",
      [
        [withDind, attention`their engine is privileged: whoever breaks out of it has the node`],
        [withHostSocket, attention`they run in the node's own engine, which is for development only`],
        [
          agents.chatsWithoutAgents,
          attention`there are none, and each message of a web chat or webhook is tried again for ever; see agents.mode`,
        ],
      ],
      attention`there are none, so nobody answers, and web chats and webhooks are not published; see agents.mode`,
    ),
    check(
      "Sign-in",
      [
        [
          and(isSet(authBase), withOauth),
          ok`by the clients under oauth; who signs in has no rights until granted some`,
        ],
      ],
      attention`nobody can sign in, so the dashboard asks in vain; set publicUrl and a client under oauth`,
    ),
    check(
      "Way in",
      [
        [not(published), notApplicable`nothing leads to proxyd from outside of the cluster`],
        [contains(authBase, string`https://`), ok`people come to ${authBase}, where TLS ends before proxyd`],
      ],
      attention`proxyd is published without TLS; end it in front, and set publicUrl to an https:// address`,
    ),
    check(
      "Slack",
      [
        [
          not(hasAccounts("slakd")),
          notApplicable`there is no account of slakd, and other adapters connect by themselves`,
        ],
        [published, ok`its events come to /slack/events, and a channel's own to /CHANNEL/slack/events`],
      ],
      attention`its events cannot come in; see ingress, httpRoute and service.type`,
    ),
    check(
      "Front page",
      [[vited.enabled, ok`vited shows what is in the data directory`]],
      attention`without vited, / leads to /pub/, which answers 502; see vited.enabled and proxyd.pubRedirectUrl`,
    ),
    check(
      "Network policies",
      [
        [
          networkPolicy.enabled,
          ok`only connections that are in use are open, if the cluster enforces policies; addresses within the cluster go
          into networkPolicy`,
        ],
      ],
      attention`any pod of the cluster may read the prompts of timed's tasks; see networkPolicy.enabled`,
    ),
    check(
      "Limits",
      [
        [not(withDind), notApplicable`there are no agents in the pod, and daemons are small`],
        [
          equals(toText(limits.memory), usualMemory.default),
          attention`all agents together have the usual ${limits.memory} of memory, for ${agents.maxConcurrent} at once`,
        ],
      ],
      ok`all agents together have ${limits.memory} of memory, for ${agents.maxConcurrent} at once`,
    ),
    check(
      "Rollback",
      [],
      attention`helm -n ${release.namespace} rollback ${release.name} leaves databases as the newer arizuko made them; save
      the data directory before upgrades`,
    ),
  ],
};
