import { ruleSchemas } from "../rules/schema.ts";
import type { Chart } from "../topology/chart.ts";
import type { Group } from "../values/group.ts";
import type { JsonSchema } from "../values/json-schema.ts";
import { groupSchema } from "./declaration-schema.ts";
import { reservedKeys } from "./reserved-keys.ts";
import { type ReservedSchemas, reservedSchemas } from "./reserved-schema.ts";
import { schemaDefinitions } from "./schema-definitions.ts";
import { withSharedDefinitions } from "./shared-definitions.ts";
import { withoutSingleReferences } from "./single-references.ts";

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

/** What maps must fit in both schemas of a chart. */
const found = new WeakMap<Chart, ReservedSchemas>();

function conditionsOf(chart: Chart): ReservedSchemas {
  const conditions = found.get(chart) ?? reservedSchemas(reservedKeys(chart));
  found.set(chart, conditions);
  return conditions;
}

/**
 * What each value may be by itself: the schema without rules, without keys that the chart takes, and nothing required but
 * what users have to write, since there is no default for it. What the next release accepts is compared with this.
 */
export function acceptedValues(values: Group): JsonSchema {
  const context = {
    complete: false,
    completeEntries: true,
    inEntry: false,
    proposing: false,
    conditions: new Map(),
    rules: undefined,
    path: [],
  };
  return withSharedDefinitions({ ...groupSchema(values, context), definitions: schemaDefinitions(values, true) });
}

function chartSchema(chart: Chart, complete: boolean): JsonSchema {
  const { metadata, values } = chart;
  const rules = ruleSchemas(chart.rules, complete);
  const conditions = conditionsOf(chart);
  const context = {
    complete,
    completeEntries: complete,
    inEntry: false,
    proposing: !complete,
    conditions,
    rules,
    path: [],
  };
  const root = groupSchema(values, context);
  const schema = withoutSingleReferences({
    $schema: "http://json-schema.org/draft-07/schema#",
    title: `Values of the ${metadata.name} chart`,
    ...root,
    properties: { ...umbrellaProperties, ...root.properties },
    definitions: schemaDefinitions(values, complete),
  });
  return withSharedDefinitions(schema);
}

/** What an umbrella chart passes to each of its charts, whether that declares it or not. */
const umbrellaProperties: Readonly<Record<string, JsonSchema>> = {
  global: { description: "What an umbrella chart tells all of its charts.", type: "object" },
  enabled: {
    description: "The condition by which an umbrella chart includes this one; not read here.",
    type: "boolean",
  },
};
