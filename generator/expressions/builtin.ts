import { type Expression, expression } from "./expression.ts";
import type { BuiltinNode } from "./node.ts";

const builtin = (name: BuiltinNode["name"]): Expression<string> => expression({ op: "builtin", name });

/** What Helm tells about the release being rendered. */
export const release = {
  name: builtin("Release.Name"),
  namespace: builtin("Release.Namespace"),
  service: builtin("Release.Service"),
} as const;

/** What Helm tells about the chart. */
export const chart = {
  name: builtin("Chart.Name"),
  version: builtin("Chart.Version"),
  appVersion: builtin("Chart.AppVersion"),
} as const;
