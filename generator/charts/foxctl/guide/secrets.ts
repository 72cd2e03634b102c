import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { foxctlSecretObject, gatewayDeployment, gatewaySecretObject, keyName, ownSecrets, release } from "./facts.ts";

const patched = (name: string, key: string, value: string) =>
  `kubectl patch secret ${name} -p "{\\"stringData\\":{\\"${key}\\":\\"${value}\\"}}"`;

/** Sources: seed 000, "Base secrets"; reference foxctl.md, section 1.8. */
export const secretsChapter: Chapter = {
  title: "Supplying and rotating secrets",
  paragraphs: [
    paragraph(
      "There is a Secret for each purpose, and only what is switched on needs its own. The tables under Secrets list their",
      "keys. Each can be supplied in its own way:",
    ),
    proseTable(
      ["Way", "Set", "Then"],
      [
        "A Secret of yours",
        "`secrets.foxctl.existingSecret`, `secrets.postgres.existingSecret` and so on",
        "The chart writes none. Other names of keys: `secrets.postgres.keys` and the like.",
      ],
      [
        "External Secrets fetches it",
        "`externalSecrets.enabled`, `secrets.postgres.remoteKey` and so on",
        "The chart writes an ExternalSecret with the keys that are needed.",
      ],
      [
        "Values of the release",
        "`secrets.postgres.values` and so on",
        "Helm keeps them in its release Secret, in plain. For trying out only.",
      ],
      [
        "The chart makes it up",
        "nothing",
        `Only what nobody else has to know: \`${keyName.oauthEncKey}\` and \`${keyName.betterAuthSecret}\`, made once and kept.`,
      ],
    ),
    paragraph("The Secrets that the profiles name, with the keys of the overlays:"),
    shell(
      `kubectl create secret generic ${ownSecrets.gateway} \\`,
      `  --from-literal=${keyName.betterAuthSecret}="$(openssl rand -base64 48)" \\`,
      `  --from-literal=${keyName.smtpUser}=VALUE --from-literal=${keyName.smtpPass}=VALUE`,
      `kubectl create secret generic ${ownSecrets.foxctl} \\`,
      `  --from-literal=${keyName.tursoUrl}=VALUE --from-literal=${keyName.tursoToken}=VALUE \\`,
      `  --from-literal=${keyName.oauthEncKey}="$(openssl rand -base64 32)"`,
    ),
    "### From a store",
    paragraph(
      "Install the operator (version 0.17 or later), make a SecretStore, and put an entry into the store with a property for",
      "each key:",
    ),
    yaml(
      "externalSecrets:",
      "  enabled: true",
      "  store:",
      "    kind: ClusterSecretStore",
      "    name: aws",
      "secrets:",
      "  postgres:",
      "    remoteKey: production/foxctl-postgres",
    ),
    "### Rotation",
    paragraph(
      "Variables are read as a container starts, so every rotation ends with a restart. Helm restarts by itself for what is",
      "under `values` of a Secret, and for nothing that changes outside of it.",
    ),
    proseTable(
      ["Key", "How", "What it means"],
      [
        `\`${keyName.dsn}\``,
        "Make a second role that acts as the first, change the Secret, restart, and let the first sign in no more.",
        "Nothing is lost.",
      ],
      [
        `\`${keyName.oauthEncKey}\``,
        "Replace it.",
        "OAuth tokens that are stored cannot be read any more: people connect their accounts again.",
      ],
      [`\`${keyName.betterAuthSecret}\``, "Replace it.", "Everybody signs in again."],
      ["Keys of providers and bots", "Replace it, restart, then revoke the old one.", "Nothing is lost."],
      ["Keys of the bucket", "The same; a role of the pods needs no rotation.", "Nothing is lost."],
    ),
    paragraph(
      "A role has one password, and what foxctl makes belongs to the role that makes it. So the database's administrator",
      "makes a role for the new password, in whose sessions everything is done by the old one:",
    ),
    shell(
      "psql <<'SQL'",
      "CREATE ROLE foxctl2 LOGIN PASSWORD 'VALUE' IN ROLE foxctl;",
      "ALTER ROLE foxctl2 SET role = 'foxctl';",
      "SQL",
    ),
    paragraph("All that read the Secret are restarted, and then `ALTER ROLE foxctl NOLOGIN` ends the old password:"),
    shell(
      patched(ownSecrets.postgres, keyName.dsn, "postgres://foxctl2:VALUE@postgres.example.com:5432/foxctl"),
      `kubectl rollout restart deployment -l app.kubernetes.io/instance=${release}`,
    ),
    bullets(
      `What the chart made up is in \`${foxctlSecretObject}\` and \`${gatewaySecretObject}\`. Both stay when the release goes. ` +
        "Save them with the database, whose tokens are of no use without the first.",
      "Argo CD and `helm template` have no cluster to ask, so nothing is made up there: supply both keys yourself.",
    ),
    shell(
      patched(gatewaySecretObject, keyName.betterAuthSecret, "$(openssl rand -base64 48 | tr -d '\\n')"),
      `kubectl rollout restart ${gatewayDeployment}`,
    ),
  ],
};
