import { hosting } from "../charts/hosting.ts";
import type { Chart } from "../topology/chart.ts";
import { yamlLines } from "./commented-yaml.ts";

/** Chart.yaml; see the Helm documentation, "The Chart.yaml File". */
export function chartYaml({ metadata }: Chart): string {
  const lines = yamlLines({
    apiVersion: "v2",
    name: metadata.name,
    description: metadata.description,
    type: "application",
    version: metadata.version,
    appVersion: metadata.appVersion,
    kubeVersion: metadata.kubeVersion,
    home: metadata.home,
    sources: [...metadata.sources, ...(hosting.repository ? [hosting.repository] : [])],
    keywords: metadata.keywords,
    annotations: {
      "artifacthub.io/license": "Apache-2.0",
    },
  });
  return `# Produced from generator/charts/${metadata.name} by \`npm run gen\`; edit that instead.\n${lines.join("\n")}\n`;
}
