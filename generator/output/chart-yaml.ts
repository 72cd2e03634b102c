import { hosting } from "../charts/hosting.ts";
import type { Chart } from "../topology/chart.ts";
import { artifactHubAnnotations } from "./artifact-hub.ts";
import { yamlLines } from "./commented-yaml.ts";

/** Chart.yaml. */
export function chartYaml(chart: Chart): string {
  const head = `# Produced from generator/charts/${chart.metadata.name} by \`npm run gen\`; edit that instead.`;
  return `${[head, ...yamlLines(chartMetadata(chart))].join("\n")}\n`;
}

/** Fields of Chart.yaml by the names that it gives them. */
export type ChartYaml = Readonly<Record<string, unknown>>;

/** What Chart.yaml, provenance and the index of a repository say; see the Helm documentation, "The Chart.yaml File". */
export function chartMetadata(chart: Chart): ChartYaml {
  const { metadata } = chart;
  return {
    apiVersion: "v2",
    name: metadata.name,
    description: metadata.description,
    type: "application",
    version: metadata.version,
    appVersion: metadata.appVersion,
    kubeVersion: metadata.kubeVersion,
    home: metadata.home,
    sources: [...metadata.sources, ...(hosting ? [hosting.repository] : [])],
    keywords: metadata.keywords,
    annotations: artifactHubAnnotations(chart),
  };
}
