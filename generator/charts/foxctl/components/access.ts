import type { IRole, IRoleBinding } from "kubernetes-models/rbac.authorization.k8s.io/v1";
import { release } from "../../../expressions/builtin.ts";
import { labels } from "../../../kubernetes/labels.ts";
import { fullname } from "../../../kubernetes/names.ts";
import { type Document, document } from "../../../template/document.ts";
import type { Templated } from "../../../template/hole.ts";
import { secretName } from "../../../topology/secret-source.ts";
import { serviceAccount, serviceAccountDocument } from "../../../topology/service-account.ts";
import { given } from "../values.ts";
import { foxctlSecret, gitSecret } from "./secrets.ts";

const { serviceAccount: values, rbac } = given;

const account = serviceAccount("The account that foxctl's pods run as.", values);

/** The account as the pods of foxctl's own processes have it. */
export const foxctlAccount = { name: account.name, automountToken: values.automountToken } as const;

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
  subjects: [{ kind: "ServiceAccount", name: account.name, namespace: release.namespace }],
};

export const accessDocuments: readonly Document[] = [
  serviceAccountDocument(account),
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
