import { profile } from "./profile.ts";

/** The keys that the entry of a store needs for these profiles. */
const keys =
  "SECRETS_KEY, AUTH_SECRET, TELEGRAM_BOT_TOKEN and AUTHD_SERVICE_KEY_ followed by each of AUTHD, ROUTD, ONBOD, DASHD, " +
  "WEBD, PROXYD and TELED";

const operator = "The External Secrets operator 0.17 or later (for earlier ones set externalSecrets.apiVersion).";

const applied = { lacks: "the External Secrets operator" };

const shared = {
  secrets: { remoteKey: "arizuko/demo", generate: false },
  adapters: { teled: { accounts: { telegram: {} } } },
} as const;

/** Source: seed 003, "secret management with External Secrets". */
export const externalSecretsAws = profile({
  name: "arizuko-external-secrets-aws",
  purpose: "Secrets from AWS Secrets Manager, read with the role of the pod's account (IRSA).",
  prerequisites: [
    operator,
    `A secret \`arizuko/demo\` in us-east-1 with the properties ${keys}.`,
    "A role with secretsmanager:GetSecretValue on it, which the account arizuko may take on.",
  ],
  values: {
    ...shared,
    externalSecrets: {
      enabled: true,
      store: { create: true, name: "aws-secrets", provider: "aws", aws: { region: "us-east-1" } },
    },
    serviceAccount: { annotations: { "eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/arizuko" } },
  },
  ci: applied,
});

export const externalSecretsVault = profile({
  name: "arizuko-external-secrets-vault",
  purpose: "Secrets from HashiCorp Vault, read with the token of the pod's account.",
  prerequisites: [
    operator,
    `An entry \`arizuko/demo\` in the KV engine at \`secret\` with the keys ${keys}.`,
    "A role `arizuko` of Vault's Kubernetes auth method for the account arizuko, with a policy that lets it read that.",
  ],
  values: {
    ...shared,
    externalSecrets: {
      enabled: true,
      store: {
        create: true,
        name: "vault-secrets",
        provider: "vault",
        vault: { server: "https://vault.example.com:8200" },
      },
    },
  },
  ci: applied,
});

export const externalSecretsGcp = profile({
  name: "arizuko-external-secrets-gcp",
  purpose: "Secrets from GCP Secret Manager, read with the pod's account (Workload Identity).",
  prerequisites: [
    operator,
    `A secret \`arizuko-demo\` in the project, in JSON, with the fields ${keys}.`,
    "A service account of Google's with secretmanager.secretAccessor, which the account arizuko may act as.",
  ],
  values: {
    ...shared,
    // Google allows no slash in names of secrets.
    secrets: { remoteKey: "arizuko-demo", generate: false },
    externalSecrets: {
      enabled: true,
      store: {
        create: true,
        name: "gcp-secrets",
        provider: "gcp",
        gcp: { projectId: "my-project", clusterLocation: "europe-west1", clusterName: "production" },
      },
    },
    serviceAccount: {
      annotations: { "iam.gke.io/gcp-service-account": "arizuko@my-project.iam.gserviceaccount.com" },
    },
  },
  ci: applied,
});
