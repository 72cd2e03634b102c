import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1";
import { equals } from "../../../expressions/condition.ts";
import type { Maybe } from "../../../template/hole.ts";
import { when } from "../../../template/when.ts";
import { nameResolution } from "../../../topology/name-resolution.ts";
import { given } from "../values.ts";

const { networkPolicy: values } = given;

/** Source: Amazon EKS user guide, "EKS Pod Identity", considerations. */
const podIdentity: Maybe<INetworkPolicyEgressRule> = when<INetworkPolicyEgressRule>(
  equals(values.cloudIdentity, "eks-pod-identity"),
  {
    to: [{ ipBlock: { cidr: "169.254.170.23/32" } }, { ipBlock: { cidr: "fd00:ec2::23/128" } }],
    ports: [{ protocol: "TCP", port: 80 }],
  },
);

/** Source: Google Kubernetes Engine documentation, "Workload Identity Federation", network policy. */
const workloadIdentity: Maybe<INetworkPolicyEgressRule> = when<INetworkPolicyEgressRule>(
  equals(values.cloudIdentity, "gke-workload-identity"),
  {
    to: [{ ipBlock: { cidr: "169.254.169.252/32" } }, { ipBlock: { cidr: "169.254.169.254/32" } }],
    ports: [
      { protocol: "TCP", port: 80 },
      { protocol: "TCP", port: 988 },
      { protocol: "TCP", port: 8080 },
    ],
  },
);

/** What all policies of the release share. */
export const policies = {
  enabled: values.enabled,
  egress: [nameResolution(values.dns), podIdentity, workloadIdentity],
} as const;
