import { toolsOf } from "../../ci/cluster/extent.ts";
import { requireNodePrerequisites } from "../../ci/cluster/prerequisites.ts";
import { standInProgram } from "../../ci/images/stand-in-program.ts";
import { pythonTools } from "../../ci/tools/python-tools.ts";
import { cluster } from "../node/cluster.ts";
import { runSuites } from "../unittest/run.ts";
import { runCommand } from "./command.ts";
import type { Level } from "./level.ts";
import { runVitest } from "./vitest.ts";

/** In the order they start: what is fast and fails often comes first, then what the others run beside. */
export const levels: readonly Level[] = [
  {
    name: "format",
    purpose: "the code is formatted and free of what the linter knows to be wrong",
    tools: [],
    run: (output) => runCommand(output, "biome", "check", "."),
  },
  {
    name: "types",
    purpose: "the code type-checks, and what must not compile does not",
    tools: [],
    run: (output) => runCommand(output, "tsc", "-p", "."),
  },
  {
    name: "generated",
    purpose: "charts and profiles are what the model produces",
    tools: [],
    run: (output) => runCommand(output, "node", "generator/start.js", "--check", "--anew"),
  },
  {
    name: "unit",
    purpose: "the generator and the tools around it, piece by piece",
    tools: ["kubeconform", "helm-unittest"],
    run: (output) => runVitest(output, "unit"),
  },
  {
    name: "timing",
    purpose: "charts are generated in little time; measured while nothing else runs",
    tools: [],
    run: (output) => runVitest(output, "timing"),
  },
  {
    name: "node",
    purpose: "pods on a real node; needs root and the packages in ci/cluster/debian-packages.txt",
    requirements: () => requireNodePrerequisites(cluster.folder),
    tools: [...toolsOf.node, "helm-unittest", "ct"],
    prepare: () => Promise.all([standInProgram(), pythonTools()]),
    waits: true,
    run: (output) => runVitest(output, "node"),
  },
  {
    name: "documents",
    purpose: "the commands in every document do what they say, save those that need the outside",
    requirements: () => requireNodePrerequisites(cluster.folder),
    tools: [...toolsOf.node, "helm4"],
    waits: true,
    run: (output) => runVitest(output, "documents"),
  },
  {
    name: "stand-ins",
    purpose: "the programs that stand in for the real ones on a cluster are as strict as those",
    tools: [],
    prepare: standInProgram,
    run: (output) => runVitest(output, "stand-ins"),
  },
  {
    name: "charts",
    purpose: "what both Helms make of the charts and profiles, and what their schemas refuse",
    tools: ["helm4", "helm3", "schema-cost", "kubeconform", "kube-score"],
    run: (output) => runVitest(output, "charts"),
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
    prepare: pythonTools,
    run: (output) => runVitest(output, "ct"),
  },
  {
    name: "policies",
    purpose: "network policies allow the connections that the model declares, and no others",
    tools: ["policies"],
    run: (output) => runVitest(output, "policies"),
  },
  {
    name: "cluster",
    purpose: "installs, upgrades and rollbacks on real API servers; controllers without a node",
    tools: ["helm4", "helm3", "kube-apiserver-1.33", ...toolsOf["control-plane"]],
    waits: true,
    run: (output) => runVitest(output, "cluster"),
  },
  {
    name: "release",
    purpose: "charts are packaged, signed, published, verified and installed from real registries and repositories",
    tools: ["helm4", "helm3", "ah", "actionlint", "registry", "cosign", "etcd", "kube-apiserver-1.36", "kubectl"],
    run: (output) => runVitest(output, "release"),
  },
  {
    name: "differential",
    purpose: "the evaluator makes the objects that both Helms make, for presets and values made up by chance",
    tools: ["helm4", "helm3", "helm4-render", "helm3-render", "kubeconform"],
    run: (output) => runVitest(output, "differential"),
  },
];
