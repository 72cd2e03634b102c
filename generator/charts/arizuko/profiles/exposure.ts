import { withCredentials } from "./credentials.ts";
import { profile } from "./profile.ts";

/** Source: seed 003, step 5; reference arizuko.md, section 4.5. */
export const ingress = profile({
  name: "arizuko-ingress",
  purpose: "Behind an Ingress with TLS, with sign-in through GitHub and public pages.",
  prerequisites: [
    "ingress-nginx, and a certificate for demo.example.com in the Secret `arizuko-tls`.",
    "A Secret `arizuko-credentials` with the key GITHUB_CLIENT_SECRET, of a GitHub OAuth app that returns to " +
      "https://demo.example.com/auth/github/callback.",
  ],
  values: {
    publicUrl: "https://demo.example.com",
    secrets: { existingCredentials: "arizuko-credentials" },
    oauth: { github: { clientId: "Iv1.0123456789abcdef" } },
    ingress: {
      enabled: true,
      className: "nginx",
      hosts: ["demo.example.com"],
      tls: { enabled: true, secretName: "arizuko-tls" },
    },
    // Behind an Ingress all strangers share one budget.
    proxyd: { chatRequestsPerMinute: 120 },
    vited: { enabled: true },
  },
  ci: withCredentials("GITHUB_CLIENT_SECRET"),
});

/** Source: seed 003, step 5. */
export const loadBalancer = profile({
  name: "arizuko-loadbalancer",
  purpose: "Behind a load balancer of its own, as arizuko's guide has it.",
  prerequisites: ["A cluster that gives Services load balancers, and TLS ended in front of it or at it."],
  remarks: [
    "No daemon speaks TLS: let the load balancer do it (service.annotations), or people's logins travel in plain.",
  ],
  values: {
    publicUrl: "http://demo.example.com",
    service: { type: "LoadBalancer", externalTrafficPolicy: "Local" },
    vited: { enabled: true },
  },
  ci: { lacks: "load balancers" },
});
