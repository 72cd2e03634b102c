import { expect, test } from "vitest";
import { at, type Flow, isAllowed, podIn } from "./flow.ts";

const ingress = podIn("ingress-nginx", { app: "ingress-nginx" });
const stranger = podIn("elsewhere");
const dns = podIn("kube-system", { "k8s-app": "kube-dns" });
const pod = "system";
const preset = "arizuko-ingress";

/** Sources: reference arizuko.md, sections 2.4 and 6; arizuko-observed.md, "timed". */
const flows: [string, Flow, boolean][] = [
  ["people reach proxyd", { preset, from: ingress, to: pod, port: 8087 }, true],
  ["tests reach proxyd", { preset, from: "test", to: pod, port: 8087 }, true],
  ["nobody else reaches proxyd", { preset, from: stranger, to: pod, port: 8087 }, false],
  [
    "everybody does where it has a load balancer",
    { preset: "arizuko-loadbalancer", from: at("203.0.113.9"), to: pod, port: 8087 },
    true,
  ],
  ["and nothing else", { preset: "arizuko-loadbalancer", from: at("203.0.113.9"), to: pod, port: 8080 }, false],
  ...[8080, 8081, 8082, 8083, 8084, 8085, 8086, 8088, 8089].map((port): [string, Flow, boolean] => [
    `the controller reaches no daemon at ${port}`,
    { preset, from: ingress, to: pod, port },
    false,
  ]),
  ["tests do not reach timed", { preset: "arizuko-telegram", from: "test", to: pod, port: 8080 }, false],
  ["platforms are on the internet", { preset: "arizuko-telegram", from: pod, to: at("203.0.113.9"), port: 443 }, true],
  ...["10.96.0.1", "172.16.0.9", "192.168.1.1", "100.64.0.1", "fd00::1"].map((address): [string, Flow, boolean] => [
    `agents do not reach ${address} of the cluster`,
    { preset: "arizuko-telegram", from: pod, to: at(address), port: 443 },
    false,
  ]),
  ...["169.254.169.254", "168.63.129.16", "100.100.100.200", "fd00:ec2::254"].map(
    (address): [string, Flow, boolean] => [
      `agents do not reach the credentials at ${address}`,
      { preset: "arizuko-telegram", from: pod, to: at(address), port: 80 },
      false,
    ],
  ),
  ["names are resolved", { preset, from: pod, to: dns, port: 53, protocol: "UDP" }, true],
  ["by the cluster's DNS only", { preset, from: pod, to: at("8.8.8.8"), port: 53, protocol: "UDP" }, false],
];

test.each(flows)("%s", async (_, flow, isWanted) => {
  expect(await isAllowed("arizuko", flow)).toBe(isWanted);
});
