import { expect, test } from "vitest";
import { at, type Flow, isAllowed, podIn } from "./flow.ts";

const ingress = podIn("ingress-nginx", { app: "ingress-nginx" });
const prometheus = podIn("monitoring", { "app.kubernetes.io/name": "prometheus" });
const stranger = podIn("elsewhere");
const database = at("10.20.0.5");
const dns = podIn("kube-system", { "k8s-app": "kube-dns" });
const gateway = "gui-auth-gateway";
const teams = { chat: { adapter: "teams", teams: { tenantId: "tenant", clientId: "client" } } };
const accepted = { ingress: { enabled: true, hosts: ["a.example.com"] }, acceptUnauthenticated: true };

/** Sources: seed 000, "Public GUI hosting"; reference foxctl.md, section 1.9. */
const flows: [string, Flow, boolean][] = [
  ["people reach the gateway", { preset: "public-gui", from: ingress, to: gateway, port: 8080 }, true],
  ["people do not pass the gateway by", { preset: "public-gui", from: ingress, to: "core", port: 8080 }, false],
  ["nobody else reaches the gateway", { preset: "public-gui", from: stranger, to: gateway, port: 8080 }, false],
  ["the gateway reaches the web pod", { preset: "public-gui", from: gateway, to: "core", port: 8080 }, true],
  ["the web pod does not reach the gateway", { preset: "public-gui", from: "core", to: gateway, port: 8080 }, false],
  [
    "workers do not reach the web pod",
    { preset: "public-gui", from: "embedding-worker", to: "core", port: 8080 },
    false,
  ],
  ["the gateway reaches PostgreSQL", { preset: "public-gui", from: gateway, to: database, port: 5432 }, true],
  ["the web pod reaches PostgreSQL", { preset: "postgres", from: "core", to: database, port: 5432 }, true],
  ["workers reach PostgreSQL", { preset: "postgres", from: "embedding-worker", to: database, port: 5432 }, true],
  ["with SQLite nobody asks PostgreSQL", { preset: "local", from: "core", to: database, port: 5432 }, false],
  ["Prometheus scrapes the web pod", { preset: "postgres", from: prometheus, to: "core", port: 8080 }, true],
  ["only Prometheus does", { preset: "postgres", from: podIn("monitoring"), to: "core", port: 8080 }, false],
  ["without it there is no scraping", { preset: "local", from: prometheus, to: "core", port: 8080 }, false],
  ["an open web pod must be accepted", { preset: "local", from: ingress, to: "core", port: 8080 }, false],
  ["and then is", { preset: "local", values: accepted, from: ingress, to: "core", port: 8080 }, true],
  ["Teams calls the webhook", { preset: "public-gui", values: teams, from: ingress, to: "core", port: 8080 }, true],
  ["names are resolved", { preset: "local", from: "core", to: dns, port: 53, protocol: "UDP" }, true],
  ["by the cluster's DNS only", { preset: "local", from: "core", to: at("8.8.8.8"), port: 53, protocol: "UDP" }, false],
  [
    "nobody asks for the machine's credentials",
    { preset: "postgres", from: "core", to: at("169.254.169.254"), port: 443 },
    false,
  ],
];

test.each(flows)("%s", async (_, flow, isWanted) => {
  expect(await isAllowed("foxctl", flow)).toBe(isWanted);
});
