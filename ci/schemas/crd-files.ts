import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { goModuleFolder } from "../tools/wrapper-module.ts";

/** The wrapper module that pins the CRDs the charts use. */
export const crdWrapper = "crds";

/** That which pins the CRDs of Argo CD and Flux, which no chart uses and documents show. */
const gitOpsWrapper = "gitops";

interface CrdSource {
  readonly module: string;
  readonly folder: string;
  readonly isWanted: (fileName: string) => boolean;
}

const chartSources: readonly CrdSource[] = [
  {
    module: "sigs.k8s.io/gateway-api",
    folder: "config/crd/standard",
    // The folder also holds an admission policy that guards upgrades of the CRDs; it is no CRD.
    isWanted: (fileName) => fileName.startsWith("gateway.networking.k8s.io_") && !fileName.includes("_vap_"),
  },
  {
    module: "github.com/external-secrets/external-secrets",
    folder: "config/crds/bases",
    // Not the generators: no chart uses them, and they make up most of the folder.
    isWanted: (fileName) => fileName.startsWith("external-secrets.io_"),
  },
  {
    module: "github.com/prometheus-operator/prometheus-operator",
    folder: "example/prometheus-operator-crd",
    // The only one that a chart uses.
    isWanted: (fileName) => fileName.endsWith("_podmonitors.yaml"),
  },
];

const gitOpsSources: readonly CrdSource[] = [
  {
    module: "github.com/argoproj/argo-cd/v3",
    folder: "manifests/crds",
    isWanted: (fileName) => fileName === "application-crd.yaml",
  },
  {
    module: "github.com/fluxcd/source-controller",
    folder: "config/crd/bases",
    isWanted: (fileName) => /_(oci|helm)repositories\.yaml$/.test(fileName),
  },
  {
    module: "github.com/fluxcd/helm-controller",
    folder: "config/crd/bases",
    isWanted: (fileName) => fileName.endsWith("_helmreleases.yaml"),
  },
];

/** The files of the CRDs of Argo CD and Flux, from their Go modules. */
export function gitOpsCrdFiles(): Promise<string[]> {
  return filesOf(gitOpsWrapper, gitOpsSources);
}

/** The files of the Gateway API (standard channel), External Secrets and Prometheus operator CRDs, from their Go modules. */
export function crdFiles(): Promise<string[]> {
  return filesOf(crdWrapper, chartSources);
}

async function filesOf(wrapper: string, sources: readonly CrdSource[]): Promise<string[]> {
  const found: string[] = [];
  for (const { module, folder, isWanted } of sources) {
    const absolute = join(await goModuleFolder(wrapper, module), folder);
    const names = (await readdir(absolute)).filter(isWanted).sort();
    if (names.length === 0) {
      throw new Error(
        `Go module ${module} has no CRD files in ${folder}. Adapt ci/schemas/crd-files.ts to the version in ci/tools/modules/${wrapper}.`,
      );
    }
    found.push(...names.map((name) => join(absolute, name)));
  }
  return found;
}
