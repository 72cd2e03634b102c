import { beforeAll, describe, expect, test } from "vitest";
import { chartFolder, chartNames } from "../charts/preset.ts";
import { helm, type Release } from "../cluster/helm.ts";
import { podIds } from "./pods-of.ts";
import { newRelease, untilReady } from "./release.ts";

describe.each(chartNames)("two releases of %s in one namespace", (chart) => {
  let first: Release;
  let second: Release;

  beforeAll(async () => {
    // The name of the chart leads to shorter names of objects.
    first = await newRelease(chart, `${chart}-twice`);
    second = { ...first, name: "second" };
    await Promise.all(
      [first, second].map((release) => helm(release, "helm4", "install", chartFolder(chart), ...untilReady)),
    );
  });

  test("pass `helm test`, each with its own pods", async () => {
    await Promise.all([first, second].map((release) => helm(release, "helm4", "test")));
  });

  test("one goes, and the other neither stops nor fails", async () => {
    const before = await podIds(second);
    expect(before.length).toBeGreaterThan(0);
    await helm(first, "helm4", "uninstall", "--wait");
    await helm(second, "helm4", "test");
    expect(await podIds(second)).toEqual(before);
  });
});
