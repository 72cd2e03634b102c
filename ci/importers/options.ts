import type { Options } from "../../command-line/options.ts";

/** What both importers are told. */
export const importOptions = {
  out: { type: "string", argument: "DIR", description: "the folder to write to, the current one by default" },
  values: {
    type: "string",
    argument: "FILE",
    description: "values that the result goes on top of, such as a profile; may be repeated",
    multiple: true,
  },
  release: { type: "string", argument: "NAME", description: "the name of the release, by default that of the chart" },
  namespace: { type: "string", argument: "NAME", description: "its namespace, by default that of the chart's name" },
  force: { type: "boolean", description: "replace files that are there already" },
} as const satisfies Options;
