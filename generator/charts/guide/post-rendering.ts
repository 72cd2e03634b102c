import type { Chapter } from "../../topology/chart.ts";
import { bullets, paragraph, shell, yaml } from "../../topology/markdown.ts";

/** The folder with the example, which is a plugin to Helm 4 and has a program for Helm 3. */
const folder = "kustomize";

const script = `${folder}.sh`;

/** How to change what no value reaches, tried out on a release called as the chart. */
export function postRenderingChapter(chart: string): Chapter {
  return {
    title: "What no value reaches",
    paragraphs: [
      paragraph(
        "Whole objects are added by `extraObjects`. A field that no value has is changed after rendering, by Kustomize. It takes",
        `a folder \`${folder}\` with three files. What is to be changed, \`kustomization.yaml\`:`,
      ),
      yaml(
        "apiVersion: kustomize.config.k8s.io/v1beta1",
        "kind: Kustomization",
        "resources: [release.yaml]",
        "patches:",
        `  - target: { kind: Deployment, name: ${chart} }`,
        "    patch: |-",
        "      - { op: add, path: /spec/progressDeadlineSeconds, value: 300 }",
      ),
      paragraph(`What Helm runs, \`${script}\`, which must be executable (\`chmod +x\`):`),
      shell(
        "#!/bin/sh",
        "set -eu",
        'work="$(mktemp -d)"',
        "trap 'rm -rf \"$work\"' EXIT",
        'cat > "$work/release.yaml"',
        'cp "$(dirname "$0")/kustomization.yaml" "$work"',
        'kubectl kustomize "$work"',
      ),
      paragraph("And what Helm 4 wants to know of it, `plugin.yaml`:"),
      yaml(
        "apiVersion: v1",
        "type: postrenderer/v1",
        `name: ${folder}`,
        "version: 0.1.0",
        "runtime: subprocess",
        "runtimeConfig:",
        "  platformCommand:",
        `    - command: \${HELM_PLUGIN_DIR}/${script}`,
      ),
      shell(
        "# Helm 4 runs plugins by name",
        `helm plugin install ./${folder}`,
        `helm upgrade --install ${chart} charts/${chart} --post-renderer ${folder}`,
        "# Helm 3 runs programs",
        `helm upgrade --install ${chart} charts/${chart} --post-renderer ./${folder}/${script}`,
      ),
      bullets(
        "Name it at every upgrade: Helm does not remember it, and would take the change back.",
        "Under GitOps, Argo CD and Flux have Kustomize themselves: Argo CD inflates the chart from a kustomization " +
          "(`helmCharts`), Flux has `postRenderers`.",
      ),
    ],
  };
}
