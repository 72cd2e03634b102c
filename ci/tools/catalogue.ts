import { type KubernetesVersion, kubernetesVersions } from "../kubernetes-versions.ts";

/** A pinned tool. Its wrapper module pins every source byte; this table says what to build from it. */
export interface Tool {
  /** The name in this project, and of the link in .tools/bin. */
  readonly name: string;
  /** What the program calls itself, and the name looked for in PATH. */
  readonly command: string;
  readonly version: string;
  /** Folder of the wrapper module in ci/tools/modules. */
  readonly module: string;
  readonly package: string;
  /** Folders in ci/tools/modules with the Go code of this project that it is built from. */
  readonly sources?: readonly string[];
  /** Go string variables the linker sets; most tools know their version only this way. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  /**
   * Arguments that make the program print its version. The first x.y.z it prints must be exactly the pinned
   * version for a program from PATH to be used. Without arguments the tool is always built.
   */
  readonly versionArguments?: readonly string[];
}

/** What the most demanding wrapper module needs. */
export const goVersion = "1.26.6";

function kubernetesVariables(version: KubernetesVersion): Record<string, string> {
  const [major = "", minor = ""] = version.split(".");
  return {
    "k8s.io/component-base/version.gitVersion": `v${kubernetesVersions[version]}`,
    "k8s.io/component-base/version.gitMajor": major,
    "k8s.io/component-base/version.gitMinor": minor,
    "k8s.io/component-base/version.gitTreeState": "clean",
  };
}

const containerdVersion = "2.4.2";
/** Storage drivers that need kernel headers, or that nobody has here. */
const containerdTags = ["no_btrfs", "no_devmapper", "no_zfs"] as const;

/** In the order they are built: what most checks need comes first. */
const catalogue = [
  {
    name: "helm4",
    command: "helm",
    version: "4.2.4",
    module: "helm4",
    package: "helm.sh/helm/v4/cmd/helm",
    variables: { "helm.sh/helm/v4/internal/version.version": "v4.2.4" },
    versionArguments: ["version", "--short"],
  },
  {
    name: "helm3",
    command: "helm",
    version: "3.21.4",
    module: "helm3",
    package: "helm.sh/helm/v3/cmd/helm",
    variables: {
      "helm.sh/helm/v3/internal/version.version": "v3.21.4",
      // The Kubernetes that `helm3 template` and `helm3 lint` assume: that of the client-go they are built with.
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor": "1",
      "helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor": "36",
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor": "1",
      "helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor": "36",
    },
    versionArguments: ["version", "--short"],
  },
  {
    name: "helm4-render",
    command: "render",
    version: "4.2.4",
    module: "helm4",
    package: "./render",
    sources: ["helm4/render", "render"],
  },
  {
    name: "schema-cost",
    command: "schema-cost",
    version: "4.2.4",
    module: "helm4",
    package: "./schema-cost",
    sources: ["helm4/schema-cost", "render"],
  },
  {
    name: "helm3-render",
    command: "render",
    version: "3.21.4",
    module: "helm3",
    package: "./render",
    sources: ["helm3/render", "render"],
  },
  {
    name: "kubeconform",
    command: "kubeconform",
    version: "0.8.0",
    module: "kubeconform",
    package: "github.com/yannh/kubeconform/cmd/kubeconform",
    variables: { "main.version": "v0.8.0" },
    versionArguments: ["-v"],
  },
  {
    // The stand-alone program prints no version, so one from PATH cannot be trusted to fit.
    name: "helm-unittest",
    command: "helm-unittest",
    version: "1.1.2",
    module: "helm-unittest",
    package: "github.com/helm-unittest/helm-unittest/cmd/helm-unittest",
    variables: { "github.com/helm-unittest/helm-unittest/internal/build.version": "1.1.2" },
  },
  {
    name: "kube-score",
    command: "kube-score",
    version: "1.20.0",
    module: "kube-score",
    package: "github.com/zegl/kube-score/cmd/kube-score",
    variables: { "main.version": "1.20.0" },
    versionArguments: ["version"],
  },
  {
    name: "ct",
    command: "ct",
    version: "3.14.0",
    module: "ct",
    package: "github.com/helm/chart-testing/v3/ct",
    variables: { "github.com/helm/chart-testing/v3/ct/cmd.Version": "v3.14.0" },
    versionArguments: ["version"],
  },
  {
    name: "policies",
    command: "policies",
    version: "0.5.6",
    module: "policies",
    package: ".",
    sources: ["policies"],
  },
  {
    name: "etcd",
    command: "etcd",
    version: "3.6.8",
    module: "etcd",
    package: "go.etcd.io/etcd/server/v3",
    versionArguments: ["--version"],
  },
  {
    name: "kube-apiserver-1.36",
    command: "kube-apiserver",
    version: kubernetesVersions["1.36"],
    module: "kubernetes-1.36",
    package: "k8s.io/kubernetes/cmd/kube-apiserver",
    variables: kubernetesVariables("1.36"),
    versionArguments: ["--version"],
  },
  {
    name: "kubectl",
    command: "kubectl",
    version: kubernetesVersions["1.36"],
    module: "kubernetes-1.36",
    package: "k8s.io/kubernetes/cmd/kubectl",
    variables: kubernetesVariables("1.36"),
    versionArguments: ["version", "--client"],
  },
  {
    name: "kube-apiserver-1.33",
    command: "kube-apiserver",
    version: kubernetesVersions["1.33"],
    module: "kubernetes-1.33",
    package: "k8s.io/kubernetes/cmd/kube-apiserver",
    variables: kubernetesVariables("1.33"),
    versionArguments: ["--version"],
  },
  {
    name: "kube-controller-manager",
    command: "kube-controller-manager",
    version: kubernetesVersions["1.36"],
    module: "kubernetes-1.36",
    package: "k8s.io/kubernetes/cmd/kube-controller-manager",
    variables: kubernetesVariables("1.36"),
    versionArguments: ["--version"],
  },
  {
    name: "kube-scheduler",
    command: "kube-scheduler",
    version: kubernetesVersions["1.36"],
    module: "kubernetes-1.36",
    package: "k8s.io/kubernetes/cmd/kube-scheduler",
    variables: kubernetesVariables("1.36"),
    versionArguments: ["--version"],
  },
  {
    name: "kubelet",
    command: "kubelet",
    version: kubernetesVersions["1.36"],
    module: "kubernetes-1.36",
    package: "k8s.io/kubernetes/cmd/kubelet",
    variables: kubernetesVariables("1.36"),
    versionArguments: ["--version"],
  },
  {
    name: "kube-proxy",
    command: "kube-proxy",
    version: kubernetesVersions["1.36"],
    module: "kubernetes-1.36",
    package: "k8s.io/kubernetes/cmd/kube-proxy",
    variables: kubernetesVariables("1.36"),
    versionArguments: ["--version"],
  },
  {
    name: "containerd",
    command: "containerd",
    version: containerdVersion,
    module: "containerd",
    package: "github.com/containerd/containerd/v2/cmd/containerd",
    variables: { "github.com/containerd/containerd/v2/version.Version": `v${containerdVersion}` },
    tags: containerdTags,
    versionArguments: ["--version"],
  },
  {
    name: "containerd-shim-runc-v2",
    command: "containerd-shim-runc-v2",
    version: containerdVersion,
    module: "containerd",
    package: "github.com/containerd/containerd/v2/cmd/containerd-shim-runc-v2",
    variables: { "github.com/containerd/containerd/v2/version.Version": `v${containerdVersion}` },
    tags: containerdTags,
    versionArguments: ["-v"],
  },
  {
    name: "ctr",
    command: "ctr",
    version: containerdVersion,
    module: "containerd",
    package: "github.com/containerd/containerd/v2/cmd/ctr",
    variables: { "github.com/containerd/containerd/v2/version.Version": `v${containerdVersion}` },
    tags: containerdTags,
    versionArguments: ["--version"],
  },
  {
    name: "coredns",
    command: "coredns",
    version: "1.15.0",
    module: "coredns",
    package: "github.com/coredns/coredns",
    versionArguments: ["-version"],
  },
  {
    name: "actionlint",
    command: "actionlint",
    version: "1.7.12",
    module: "actionlint",
    package: "github.com/rhysd/actionlint/cmd/actionlint",
    variables: { "github.com/rhysd/actionlint.version": "1.7.12" },
    versionArguments: ["-version"],
  },
  {
    // Its own program with the parts that tests need.
    name: "registry",
    command: "registry",
    version: "3.1.2",
    module: "registry",
    package: ".",
    sources: ["registry"],
  },
  {
    name: "cosign",
    command: "cosign",
    version: "3.1.3",
    module: "cosign",
    package: ".",
    sources: ["cosign"],
    variables: { "sigs.k8s.io/release-utils/version.gitVersion": "v3.1.3" },
    versionArguments: ["version"],
  },
  {
    name: "ah",
    command: "ah",
    version: "1.23.0",
    module: "ah",
    package: "github.com/artifacthub/hub/cmd/ah",
    variables: { "main.version": "1.23.0" },
    versionArguments: ["version"],
  },
  {
    name: "kwok",
    command: "kwok",
    version: "0.8.0",
    module: "kwok",
    package: "sigs.k8s.io/kwok/cmd/kwok",
    versionArguments: ["--version"],
  },
] as const satisfies readonly Tool[];

export type ToolName = (typeof catalogue)[number]["name"];

export const toolNames: readonly ToolName[] = catalogue.map((tool) => tool.name);

export function isToolName(name: string): name is ToolName {
  return toolNames.some((known) => known === name);
}

export function toolNamed(name: ToolName): Tool {
  const tool: Tool | undefined = catalogue.find((candidate) => candidate.name === name);
  if (tool === undefined)
    throw new Error(`Tool "${name}" is not in ci/tools/catalogue.ts. Known: ${toolNames.join(", ")}.`);
  return tool;
}
