import { execa } from "execa";
import { applyCrds } from "../../ci/cluster/crds.ts";
import { withFiles } from "../../ci/importers/files.ts";
import { charts } from "../../generator/charts/index.ts";
import { environmentsOf } from "../../generator/evaluate.ts";
import { isSet } from "../../generator/expressions/condition.ts";
import { evaluateText, holds } from "../../generator/expressions/evaluate.ts";
import type { Expression } from "../../generator/expressions/expression.ts";
import { node } from "../../generator/expressions/expression.ts";
import { secretContents } from "../../generator/importers/env/secret-contents.ts";
import { credentialsName, type SecretSource } from "../../generator/topology/secret-source.ts";
import { defaultOf } from "../../generator/values/defaults.ts";
import type { Block } from "../documents/blocks.ts";
import { patiently } from "../patience.ts";
import { cluster } from "./cluster.ts";
import { run, type Workplace } from "./workplace.ts";

/**
 * Brings about what a reader has when they come to a block: an empty namespace before an install, a release that runs
 * before commands that look into it, and the Secrets that profiles ask for.
 */
export async function prepare(place: Workplace, { text }: Block): Promise<void> {
  if (/helm [^|]*\binstall\b/.test(text)) await empty(place, text);
  for (const [, name = ""] of text.matchAll(/create secret generic (\S+)/g))
    await quietly(place, `kubectl delete secret ${name}`);
  await makeSecrets(place, text);
  const rolledBack = text.match(/helm rollback (\S+)/)?.[1];
  if (rolledBack !== undefined) await installTwice(place, rolledBack, text);
  if (/^kubectl (describe hpa|describe pvc|get cronjob|logs deployment\/foxctl-|patch secret foxctl-)/m.test(text))
    await installParts(place);
  if (/^kubectl patch secret postgres-secrets/m.test(text)) await installFrom(place, "foxctl", "postgres");
  if (/^kubectl patch secret arizuko-credentials/m.test(text)) await installAll(place);
  if (/^kubectl \w+ externalsecret/m.test(text)) {
    await applyCrds(cluster);
    await empty(place, "arizuko");
    await installFrom(place, "arizuko", "arizuko-external-secrets-aws");
  }
  const looksInto = text.match(/deployment\/(foxctl|arizuko)\b/)?.[1];
  if (looksInto !== undefined && !/helm .*\binstall\b/.test(text)) await ensureRuns(place, looksInto, text);
}

/** A release with a revision to go back to, in which nothing was changed by hand. */
async function installTwice(place: Workplace, name: string, text: string): Promise<void> {
  await empty(place, text);
  await run(place, `helm install ${name} charts/${name}`);
  await run(place, `helm upgrade ${name} charts/${name}`);
}

/** foxctl with the parts that its chapter on trouble speaks of, and that it lacks by default. */
async function installParts(place: Workplace): Promise<void> {
  const parts = [
    "core.cache.kind=claim",
    "core.cache.accessMode=ReadWriteMany",
    "core.autoscaling.enabled=true",
    "maintenance.casGc.enabled=true",
    "storage.allowSeparateStores=true",
  ].join(",");
  await run(
    place,
    `helm upgrade --install foxctl charts/foxctl -f values/public-gui-local.yaml --set ${parts} --wait ${patiently}`,
  );
}

/** A release with a profile, and with the Secrets that somebody would have made for it. */
async function installFrom(place: Workplace, name: string, profile: string): Promise<void> {
  const command = `helm upgrade --install ${name} charts/${name} -f values/${profile}.yaml`;
  await makeSecrets(place, command);
  await run(place, command);
}

async function empty(place: Workplace, text: string): Promise<void> {
  const name = text.match(/(foxctl|arizuko)/)?.[1] ?? "";
  await quietly(place, `helm uninstall ${name} --wait`);
  await quietly(place, "kubectl delete all,secret,configmap,pvc,ingress,networkpolicy,serviceaccount --all --wait");
}

/** The Secrets that profiles name, unless the commands make them. */
async function makeSecrets(place: Workplace, text: string): Promise<void> {
  const files = [...text.matchAll(/-f (values\/\S+\.yaml)/g)].flatMap(([, file]) => file ?? []);
  const chart = charts.find(({ metadata }) => text.includes(`charts/${metadata.name}`));
  if (!chart || files.length === 0) return;
  const values = await withFiles(defaultOf(chart.values), files);
  const environment = environmentsOf(chart)({
    name: chart.metadata.name,
    namespace: place.namespace,
    values: values as never,
  });
  const given = (value: Expression<string>): boolean => holds(isSet(value)[node], environment);
  for (const source of chart.secrets) {
    const name = evaluateText(credentialsName(source)[node], environment);
    const isNamed = given(source.existing) || given(source.remoteKey) || source.credentials !== undefined;
    if (isNamed && !text.includes(`generic ${name}`)) await makeSecret(place, name, source, environment);
  }
}

async function makeSecret(
  place: Workplace,
  name: string,
  source: SecretSource,
  environment: ReturnType<ReturnType<typeof environmentsOf>>,
): Promise<void> {
  const { data, missing } = secretContents(source, {}, environment);
  const keys = [...Object.entries(data), ...missing.map((key): [string, string] => [key, "1:test"])];
  if (keys.length === 0) return;
  const literals = keys.map(([key, value]) => `--from-literal='${key}=${value}'`).join(" ");
  // One that the commands of an earlier block have made stays.
  await run(place, `kubectl get secret ${name} || kubectl create secret generic ${name} ${literals}`);
}

/** A release whose pods run, with the containers that commands name, and each of these once restarted where they ask for it. */
async function ensureRuns(place: Workplace, name: string, text: string): Promise<void> {
  const wanted = [...text.matchAll(/ -c ([a-z][\w-]*)/g)].flatMap(([, container]) => container ?? []);
  const there = await containersOf(place, name);
  if (there.length === 0) await run(place, `helm install ${name} charts/${name}`);
  if (name === "arizuko" && wanted.some((container) => !["init-data", ...there].includes(container)))
    await installAll(place);
  await quietly(
    place,
    `test "$(kubectl get deployment/${name} -o jsonpath={.spec.replicas})" != 0 || kubectl scale deployment/${name} --replicas=1`,
  );
  await run(place, `kubectl rollout status deployment/${name} ${patiently}`);
  if (!text.includes("--previous")) return;
  for (const container of wanted) {
    await quietly(place, `kubectl exec deployment/${name} -c ${container} -- sh -c 'kill 1'`);
    await run(
      place,
      `until kubectl logs deployment/${name} -c ${container} --previous >/dev/null 2>&1; do sleep 1; done`,
    );
  }
}

async function containersOf(place: Workplace, name: string): Promise<readonly string[]> {
  const path = "{.spec.template.spec.containers[*].name} {.spec.template.spec.initContainers[*].name}";
  const { stdout } = await execa("kubectl", ["get", "deployment", name, "--output", `jsonpath=${path}`], {
    env: place.env,
    reject: false,
  });
  return stdout.split(" ").filter(Boolean);
}

/** arizuko with agents in an engine and two bots, which its chapters on trouble and adapters speak of. */
async function installAll(place: Workplace): Promise<void> {
  const keys = ["TELEGRAM_BOT_TOKEN", "TELEGRAM_BOT_TOKEN-support", "ANTHROPIC_API_KEY"];
  const literals = keys.map((key) => `--from-literal=${key}=1:test`).join(" ");
  await run(
    place,
    `kubectl create secret generic arizuko-credentials ${literals} --dry-run=client -o yaml | kubectl apply -f -`,
  );
  await run(
    place,
    `helm upgrade --install arizuko charts/arizuko --take-ownership -f values/arizuko-telegram.yaml --set-json 'adapters.teled.accounts={"telegram":{},"telegram-support":{}}'`,
  );
}

async function quietly(place: Workplace, commands: string): Promise<void> {
  await run(place, commands).catch(() => "");
}
