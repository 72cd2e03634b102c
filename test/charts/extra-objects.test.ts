import { describe, expect, test } from "vitest";
import { helms, template } from "./helm.ts";
import { parseObjects } from "./kubernetes-object.ts";
import { chartNames, defaultsOf } from "./preset.ts";

describe.each(chartNames)("extra objects of %s", (chart) => {
  test.each(helms)("%s prints them as they are, save those that are switched off", async (helm) => {
    const greeting = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "greeting" },
      data: { on: "yes", n: "1_0" },
    };
    const extra = { greeting: { ...greeting, enabled: true }, gone: { ...greeting, enabled: false } };
    const more = ["--set-json", `extraObjects=${JSON.stringify(extra)}`];
    const preset = defaultsOf(chart);
    const before = parseObjects(await template(helm, preset));
    const after = parseObjects(await template(helm, preset, chart, ...more));
    expect(after.filter(({ metadata: { name } }) => name === "greeting")).toEqual([greeting]);
    expect(after.length).toBe(before.length + 1);
  });
});
