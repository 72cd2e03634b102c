import { ruleSchemas } from "../rules/schema.ts";
import type { Chart } from "../topology/chart.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { groupSchema } from "./declaration-schema.ts";
import { reservedKeys } from "./reserved-keys.ts";
import { reservedSchema } from "./reserved-schema.ts";
import { schemaDefinitions } from "./schema-definitions.ts";
import { withSharedDefinitions } from "./shared-definitions.ts";

/**
 * The schema that Helm checks a chart's values against: draft-07 in one file, every object closed, every declared value
 * required, so that null over one is refused.
 */
export function valuesSchema(chart: Chart): JsonSchema {
  return chartSchema(chart, true);
}

/** The same for editors, which check files that set some values only: nothing is required. */
export function editorSchema(chart: Chart): JsonSchema {
  return chartSchema(chart, false);
}

function chartSchema(chart: Chart, complete: boolean): JsonSchema {
  const { metadata, values, rules } = chart;
  const { conditions, definitions } = reservedSchema(reservedKeys(chart));
  const context = { complete, proposing: !complete, conditions, rules: ruleSchemas(rules), path: [] };
  const root = groupSchema(values, context);
  return withSharedDefinitions({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Values of the ${metadata.name} chart`,
    ...root,
    properties: { ...umbrellaProperties, ...root.properties },
    definitions: { ...definitions, ...schemaDefinitions(values, complete) },
  });
}

/** What an umbrella chart passes to each of its charts, whether that declares it or not. */
const umbrellaProperties: Readonly<Record<string, JsonSchema>> = {
  global: { description: "What an umbrella chart tells all of its charts.", type: "object" },
  enabled: {
    description: "The condition by which an umbrella chart includes this one; not read here.",
    type: "boolean",
  },
};
