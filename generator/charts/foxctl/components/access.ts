import type { IRole, IRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1";
import type { IServiceAccount } from "kubernetes-models/v1";
import { release } from "../../../expressions/builtin.ts";
import { isSet } from "../../../expressions/condition.ts";
import { labels } from "../../../kubernetes/labels.ts";
import { fullname } from "../../../kubernetes/names.ts";
import { type Document, document } from "../../../template/document.ts";
import { helper, include } from "../../../template/helper.ts";
import type { Templated } from "../../../template/hole.ts";
import { mapping } from "../../../template/mapping.ts";
import { when } from "../../../template/when.ts";
import { secretName } from "../../../topology/secret-source.ts";
import { given } from "../values.ts";
import { foxctlSecret, gitSecret } from "./secrets.ts";

const { serviceAccount, rbac } = given;

/** The account that foxctl's pods run as. */
const serviceAccountName = include(
  helper<string>({
    name: "serviceAccountName",
    comment: "The account that foxctl's pods run as.",
    body: when(isSet(serviceAccount.name), serviceAccount.name, when(serviceAccount.create, fullname, "default")),
  }),
  {},
);

/** The same, for the pods of foxctl's own processes. */
export const foxctlAccount = { name: serviceAccountName, automountToken: serviceAccount.automountToken } as const;

const account: Templated<IServiceAccount> = {
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name: serviceAccountName, labels: labels(), annotations: mapping(serviceAccount.annotations) },
  automountServiceAccountToken: false,
};

const role: Templated<IRole> = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "Role",
  metadata: { name: fullname, labels: labels() },
  rules: [
    { apiGroups: [""], resources: ["configmaps"], verbs: ["get", "list", "watch"] },
    {
      apiGroups: [""],
      resources: ["secrets"],
      resourceNames: [secretName(foxctlSecret), secretName(gitSecret)],
      verbs: ["get"],
    },
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
  ],
};

const roleBinding: Templated<IRoleBinding> = {
  apiVersion: "rbac.authorization.k8s.io/v1",
  kind: "RoleBinding",
  metadata: { name: fullname, labels: labels() },
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: fullname },
  subjects: [{ kind: "ServiceAccount", name: serviceAccountName, namespace: release.namespace }],
};

export const accessDocuments: readonly Document[] = [
  document({
    file: "access/service-account",
    comment: "The account that foxctl's pods run as.",
    condition: serviceAccount.create,
    body: account,
  }),
  document({
    file: "access/role",
    comment: "What foxctl may read in its namespace.",
    condition: rbac.create,
    body: role,
  }),
  document({
    file: "access/role-binding",
    comment: "Gives foxctl's account its role.",
    condition: rbac.create,
    body: roleBinding,
  }),
];
