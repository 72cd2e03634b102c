import { toolsOf } from "../../ci/cluster/extent.ts";
import { requireNodePrerequisites } from "../../ci/cluster/prerequisites.ts";
import { cluster } from "../node/cluster.ts";
import { runSuites } from "../unittest/run.ts";
import { runCommand } from "./command.ts";
import type { Level } from "./level.ts";
import { runVitest } from "./vitest.ts";

/** In the order they run: what is fast and fails often comes first. */
export const levels: readonly Level[] = [
  {
    name: "format",
    purpose: "the code is formatted and free of what the linter knows to be wrong",
    tools: [],
    run: () => runCommand("biome", "check", "."),
  },
  {
    name: "types",
    purpose: "the code type-checks, and what must not compile does not",
    tools: [],
    run: () => runCommand("tsc", "-p", "."),
  },
  {
    name: "generated",
    purpose: "charts and profiles are what the model produces",
    tools: [],
    run: () => runCommand("node", "generator/main.ts", "--check"),
  },
  {
    name: "unit",
    purpose: "the generator and the tools around it, piece by piece",
    tools: ["kubeconform", "helm-unittest"],
    run: () => runVitest("unit"),
  },
  {
    name: "stand-ins",
    purpose: "the programs that stand in for the real ones on a cluster are as strict as those",
    tools: [],
    run: () => runVitest("stand-ins"),
  },
  {
    name: "charts",
    purpose: "what both Helms make of the charts and profiles, and what their schemas refuse",
    tools: ["helm4", "helm3", "kubeconform", "kube-score"],
    run: () => runVitest("charts", "timing"),
  },
  {
    name: "unittest",
    purpose: "what the templates promise, behaviour by behaviour, in suites of helm-unittest",
    tools: ["helm-unittest"],
    run: runSuites,
  },
  {
    name: "ct",
    purpose: "chart-testing finds nothing wrong with the charts, and their versions grow with them",
    tools: ["helm4", "helm-unittest", "kubeconform", "ct"],
    run: () => runVitest("ct"),
  },
  {
    name: "policies",
    purpose: "network policies allow the connections that the model declares, and no others",
    tools: ["policies"],
    run: () => runVitest("policies"),
  },
  {
    name: "differential",
    purpose: "the evaluator makes the objects that both Helms make, for presets and values made up by chance",
    tools: ["helm4", "helm3", "helm4-render", "helm3-render", "kubeconform"],
    run: () => runVitest("differential"),
  },
  {
    name: "cluster",
    purpose: "installs, upgrades and rollbacks on real API servers; controllers without a node",
    tools: ["helm4", "helm3", "kube-apiserver-1.33", ...toolsOf["control-plane"]],
    run: () => runVitest("cluster"),
  },
  {
    name: "node",
    purpose: "pods on a real node; needs root and the packages in ci/cluster/debian-packages.txt",
    requirements: () => requireNodePrerequisites(cluster.folder),
    tools: [...toolsOf.node, "helm-unittest", "ct"],
    run: () => runVitest("node"),
  },
];
