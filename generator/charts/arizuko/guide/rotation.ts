import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell } from "../../../topology/markdown.ts";
import { credentialsObject, deployment, keyName, secretObject, serviceKeyPrefix } from "./facts.ts";

const restart = `kubectl rollout restart ${deployment}`;

const patched = (name: string, key: string, value: string) =>
  `kubectl patch secret ${name} -p "{\\"stringData\\":{\\"${key}\\":\\"${value}\\"}}"`;

export const rotationChapter: Chapter = {
  title: "Rotating secrets",
  paragraphs: [
    paragraph(
      "A container has the secrets that were there when it started. A changed Secret reaches no running container, so",
      "every rotation ends with a restart of the pod. Helm does it by itself only for what is under `secrets.values`.",
    ),
    shell(restart),
    bullets(
      "With Reloader in the cluster, `rotation.reloader` has it restart the pod whenever the Secret changes.",
      "Without, any new text in `rotation.restartedAt` does it, which also suits GitOps.",
      "External Secrets reads again after `externalSecrets.refreshInterval`, or at once with the command below.",
    ),
    shell(`kubectl annotate externalsecret ${secretObject} force-sync="$(date +%s)" --overwrite`),
    proseTable(
      ["Key", "How", "What it means"],
      [
        `\`${keyName("secretsKey")}\``,
        "Put the new one before the old one, with a comma. The first encrypts, all decrypt.",
        "Without the old one, what it encrypted is lost. Drop it only after every stored secret was set again.",
      ],
      [`\`${keyName("authSecret")}\``, "Replace it.", "Sign-ins under way start anew. Who is signed in stays so."],
      [
        `\`${serviceKeyPrefix}…\``,
        "Replace one or several, and restart the whole pod at once.",
        "authd reads them only as it starts. Until then a container that is restarted alone is refused.",
      ],
      [
        `\`${keyName("anthropicApiKey")}\` and other model keys`,
        "Replace it in the Secret, restart, then revoke the old one.",
        "Turns under way go on with the old one.",
      ],
      ["Tokens of adapters", "The same.", "A revoked token ends its adapter, and no other."],
      ["Client secrets of sign-in", "The same.", "Sign-ins fail in between; who is signed in stays so."],
    ),
    paragraph("One service key of the chart's own Secret, and the key that encrypts:"),
    shell(
      patched(secretObject, keyName("webdKey"), "$(openssl rand -hex 24)"),
      `old="$(kubectl get secret ${secretObject} -o jsonpath='{.data.${keyName("secretsKey")}}' | base64 -d)"`,
      patched(secretObject, keyName("secretsKey"), "$(openssl rand -hex 24),$old"),
      restart,
    ),
    paragraph(`A token in a Secret of your own, such as \`${credentialsObject}\`:`),
    shell(patched(credentialsObject, "TELEGRAM_BOT_TOKEN", "VALUE"), restart),
  ],
};
