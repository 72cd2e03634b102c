import { marked } from "marked";
import { readme } from "../../generator/output/readme.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { fillPage } from "./page.ts";

/** The page with the documentation of a chart's version: its README. */
export function chartPage(chart: Chart): string {
  const { name, version } = chart.metadata;
  return fillPage("chart-page.hbs", { name, version, body: marked.parse(readme(chart), { async: false }) });
}

export function chartPageName({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name}-${version}.html`;
}
