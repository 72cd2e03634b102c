import type { Chart, Profile } from "../topology/chart.ts";
import { diagram } from "../topology/diagram.ts";
import { cell, codeCell, prose, table, withContents } from "../topology/markdown.ts";
import { fill } from "./handlebars.ts";
import { installCommand } from "./profile.ts";
import { environmentSections } from "./readme/environment-table.ts";
import { flowTables } from "./readme/flows-table.ts";
import { secretSections } from "./readme/secrets-table.ts";
import { valuesSections } from "./readme/values-table.ts";

/** README.md of a chart. */
export function readme(chart: Chart): string {
  const { metadata, prerequisites = [], components, guide, profiles, values } = chart;
  const text = fill("readme/readme.hbs", {
    metadata: { ...metadata, description: prose(metadata.description) },
    prerequisites: prose(prerequisites.join(" ")),
    profiles: table(["Profile", "What it is for", "What must exist first"], profiles.map(profileRow)),
    profile: profiles.find(({ layer }) => !layer)?.name ?? "",
    layers: profiles.filter(({ layer }) => layer).map((profile) => installCommand(chart, profile)),
    guide,
    diagram: diagram(chart).join("\n"),
    components: table(
      ["Component", "What it is"],
      components.map(({ name, description }) => [codeCell(name), cell(description)]),
    ),
    environments: environmentSections(chart),
    flows: flowTables(components),
    secrets: secretSections(chart),
    sections: valuesSections(values),
  });
  return withContents(text);
}

function profileRow({ name, purpose, prerequisites, layer }: Profile): readonly string[] {
  const what = layer ? `${purpose} Goes on top of another profile.` : purpose;
  return [codeCell(name), cell(what), cell(prerequisites.join(" ") || "Nothing.")];
}
