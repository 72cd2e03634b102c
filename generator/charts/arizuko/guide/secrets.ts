import type { Chapter } from "../../../topology/chart.ts";
import { paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { keyName, ownSecret, release, secretObject, serviceKeyPrefix } from "./facts.ts";

/** What every release needs, as long as onbod runs. */
const always = (
  ["secretsKey", "authSecret", "authdKey", "routdKey", "onbodKey", "dashdKey", "webdKey", "proxydKey"] as const
).map(keyName);

export const secretsChapter: Chapter = {
  title: "Supplying secrets",
  paragraphs: [
    paragraph(
      "There is one Secret that all daemons read, each only the keys that it needs. The table under Secrets lists them.",
      "Choose one way to supply it:",
    ),
    proseTable(
      ["Way", "Set", "Then"],
      [
        "The chart makes up what it can",
        "nothing",
        `\`${secretObject}\` is made once and kept, also when the release goes. What only you know, such as tokens, is missing.`,
      ],
      [
        "The same, with your credentials beside it",
        "`secrets.existingCredentials`",
        "Tokens, model keys and client secrets come from your Secret, service keys from the chart's.",
      ],
      [
        "Everything is yours",
        "`secrets.existingSecret`",
        "The chart writes no Secret. Other key names: `secrets.keys`.",
      ],
      [
        "External Secrets fetches it",
        "`externalSecrets.enabled`, `secrets.remoteKey`",
        "The chart writes an ExternalSecret with the keys that are enabled.",
      ],
      [
        "Values of the release",
        "`secrets.values`",
        "Helm keeps them in its release Secret, in plain. For trying out only.",
      ],
    ),
    paragraph(
      `${keyName("channelSecret")} is accepted, since arizuko's guide has it, but no code reads it. Each daemon has a`,
      `service key of its own (\`${serviceKeyPrefix}…\`). authd is given all of them, by Kubernetes putting them`,
      "together in AUTHD_SERVICE_KEYS when the container starts. They must differ, and have neither commas nor spaces.",
    ),
    "### A Secret of your own, for GitOps too",
    paragraph(
      "Argo CD and `helm template` have no cluster to ask, so nothing is made up there, and the pod waits for the keys.",
      `Make the Secret yourself, under a name other than \`${secretObject}\`: Helm deletes a Secret of that`,
      "name once the chart writes none, unless the chart had made it. These are the keys for the defaults. Agents add",
      `\`${keyName("runedKey")}\` and \`${keyName("timedKey")}\`, and each adapter its own, such as`,
      `\`${keyName("teledKey")}\`:`,
    ),
    shell(
      `set -- ${always.join(" ")}`,
      'for key; do echo "$key=$(openssl rand -hex 24)"; done > keys.env',
      `kubectl create secret generic ${ownSecret} --from-env-file=keys.env`,
      "rm keys.env",
    ),
    yaml("secrets:", `  existingSecret: ${ownSecret}`),
    "### Sealed Secrets",
    paragraph(
      "The same, from `keys.env` before it is deleted. The sealed file may be committed: only its cluster can open it.",
    ),
    shell(
      `kubectl create secret generic ${ownSecret} --from-env-file=keys.env --dry-run=client -o yaml |`,
      "  kubeseal --format yaml > sealed-secret.yaml",
      "kubectl apply -f sealed-secret.yaml",
    ),
    paragraph(
      "Set `secrets.existingSecret` to its name, or `secrets.existingCredentials` where it has credentials only.",
    ),
    "### External Secrets",
    paragraph(
      "Install the operator once, in version 0.17 or later (earlier ones need `externalSecrets.apiVersion` `v1beta1`):",
    ),
    shell(
      "helm repo add external-secrets https://charts.external-secrets.io",
      "helm install external-secrets external-secrets/external-secrets -n external-secrets --create-namespace",
    ),
    paragraph(
      "Then one entry in the store, with a property for each key. The ExternalSecret fails as a whole where one is",
      "missing, so it asks for the keys without which something does not start; optional ones of adapters it leaves",
      "out. This makes the entry as JSON, with one adapter:",
    ),
    shell(
      `set -- ${[...always, keyName("teledKey")].join(" ")}`,
      '{ printf "{"; for key; do printf \'"%s":"%s",\' "$key" "$(openssl rand -hex 24)"; done',
      '  printf \'"TELEGRAM_BOT_TOKEN":"%s"}\' VALUE; } > demo.json',
    ),
    paragraph("AWS Secrets Manager, with a role for the ServiceAccount (IRSA):"),
    shell(
      "aws secretsmanager create-secret --region us-east-1 --name arizuko/demo --secret-string file://demo.json",
      "helm upgrade --install arizuko charts/arizuko -f values/arizuko-external-secrets-aws.yaml \\",
      "  --set-string 'serviceAccount.annotations.eks\\.amazonaws\\.com/role-arn=arn:aws:iam::123456789012:role/arizuko'",
    ),
    paragraph(
      `The role's trust names the account \`system:serviceaccount:NAMESPACE:${release}\`, its policy allows`,
      "`secretsmanager:GetSecretValue` on the entry. HashiCorp Vault, with its Kubernetes auth method:",
    ),
    shell(
      "vault kv put secret/arizuko/demo @demo.json",
      'echo \'path "secret/data/arizuko/demo" { capabilities = ["read"] }\' | vault policy write arizuko -',
      "vault write auth/kubernetes/role/arizuko policies=arizuko \\",
      `  bound_service_account_names=${release} bound_service_account_namespaces=NAMESPACE`,
      "helm upgrade --install arizuko charts/arizuko -f values/arizuko-external-secrets-vault.yaml \\",
      "  --set externalSecrets.store.vault.server=https://vault.example.com:8200",
    ),
    paragraph("GCP Secret Manager, with Workload Identity. Names have no slash there:"),
    shell(
      "gcloud secrets create arizuko-demo --data-file=demo.json",
      "gcloud secrets add-iam-policy-binding arizuko-demo --role roles/secretmanager.secretAccessor \\",
      "  --member serviceAccount:arizuko@my-project.iam.gserviceaccount.com",
      "gcloud iam service-accounts add-iam-policy-binding arizuko@my-project.iam.gserviceaccount.com \\",
      "  --role roles/iam.workloadIdentityUser \\",
      `  --member 'serviceAccount:my-project.svc.id.goog[NAMESPACE/${release}]'`,
      "helm upgrade --install arizuko charts/arizuko -f values/arizuko-external-secrets-gcp.yaml \\",
      "  --set externalSecrets.store.gcp.projectId=my-project",
    ),
    paragraph(
      "Delete `demo.json`. A store that exists already: `externalSecrets.store.create` false, and its kind and name.",
    ),
    shell(`kubectl get externalsecret ${secretObject}`, `kubectl describe externalsecret ${secretObject}`),
  ],
};
