import { withCredentials } from "./credentials.ts";
import { profile } from "./profile.ts";

/** Source: seed 003, step 3, "slakd"; reference arizuko.md, section 2.3. */
export const slack = profile({
  name: "arizuko-slack",
  purpose: "A Slack workspace whose messages agents answer; Slack reaches proxyd through an Ingress.",
  prerequisites: [
    "A Secret `arizuko-credentials` with the keys SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and ANTHROPIC_API_KEY.",
    "A namespace that lets privileged pods in (the label pod-security.kubernetes.io/enforce=privileged).",
    "The agents' image in a registry that the pod can pull from (agents.image).",
    "A certificate for demo.example.com in the Secret `arizuko-tls`, and `/slack/events` of that host told to Slack.",
  ],
  values: {
    publicUrl: "https://demo.example.com",
    secrets: { existingCredentials: "arizuko-credentials" },
    agents: { mode: "dind" },
    adapters: { slakd: { accounts: { slack: {} } } },
    ingress: {
      enabled: true,
      className: "nginx",
      hosts: ["demo.example.com"],
      tls: { enabled: true, secretName: "arizuko-tls" },
    },
  },
  ci: withCredentials("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "ANTHROPIC_API_KEY"),
});
