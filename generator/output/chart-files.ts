import type { Chart } from "../topology/chart.ts";
import { changelog } from "./changelog.ts";
import { chartYaml } from "./chart-yaml.ts";
import { helmignore } from "./helmignore.ts";
import { printJson } from "./json.ts";
import { withManifest } from "./manifest.ts";
import type { Produced } from "./produced.ts";
import { ciDefaultsYaml, ciValuesYaml, profileYaml } from "./profile.ts";
import { readme } from "./readme.ts";
import { editorSchema, valuesSchema } from "./schema.ts";
import { templates } from "./templates.ts";
import { valuesYaml } from "./values.ts";
import { editorSchemaFile } from "./values-file.ts";

const made = new WeakMap<Chart, Produced>();

/**
 * Every file that is produced for a chart; made once, also for its check against the last release and for its package.
 * @throws Error when the model cannot be written down; it says where the model is wrong
 */
export function chartFiles(chart: Chart): Produced {
  const files = made.get(chart) ?? newFiles(chart);
  made.set(chart, files);
  return files;
}

function newFiles(chart: Chart): Produced {
  const folder = `charts/${chart.metadata.name}`;
  return withManifest(
    chart.metadata.name,
    new Map([
      [`${folder}/Chart.yaml`, chartYaml(chart)],
      [`${folder}/values.yaml`, valuesYaml(chart)],
      [`${folder}/values.schema.json`, `${printJson(valuesSchema(chart))}\n`],
      [`${folder}/${editorSchemaFile}`, `${printJson(editorSchema(chart))}\n`],
      [`${folder}/README.md`, readme(chart)],
      [`${folder}/CHANGELOG.md`, changelog(chart)],
      [`${folder}/.helmignore`, helmignore],
      [`${folder}/ci/default-values.yaml`, ciDefaultsYaml(chart)],
      ...[...templates(chart)].map(([name, content]): [string, string] => [`${folder}/templates/${name}`, content]),
      ...chart.profiles.flatMap((profile): [string, string][] => [
        [`values/${profile.name}.yaml`, profileYaml(chart, profile)],
        [`${folder}/ci/${profile.name}-values.yaml`, ciValuesYaml(chart, profile)],
      ]),
    ]),
  );
}
