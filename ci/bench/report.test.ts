import { parseXml } from "@rgrove/parse-xml";
import { describe, expect, test } from "vitest";
import { atLeast, atMost, type Chapter } from "./figures.ts";
import { plot } from "./plot.ts";
import { report } from "./report.ts";

const chapter: Chapter = {
  name: "demo",
  title: "A demo",
  paragraphs: ["What was measured."],
  series: [
    { name: "ours", milliseconds: [30, 20, 25] },
    { name: "theirs & <others>", milliseconds: [40, 60, 50] },
  ],
  base: "theirs & <others>",
  bars: [atMost("ours, compared with theirs", 0.5, 3, " times"), atLeast("renders", 900, 1000, " a second")],
};

describe("report", () => {
  const text = report([chapter]);

  test("gives minimum, median and ratio of minima", () => {
    expect(text).toContain("| ours | 20.0 ms | 25.0 ms | 0.50 |");
  });

  test("says which bars are met", () => {
    expect(text).toContain("| ours, compared with theirs | at most 3 times | 0.50 times | met |");
    expect(text).toContain("| renders | at least 1000 a second | 900 a second | **not met** |");
  });
});

test("a plot is an SVG with two bars and a label for each series", () => {
  const svg = plot(chapter);
  expect(() => parseXml(svg)).not.toThrow();
  expect(svg.match(/<rect class="median"/g)).toHaveLength(2);
  expect(svg).toContain("theirs &amp; &lt;others>");
});

test("a plot has room for the longest name", () => {
  const name = "something that takes a long time to say, ".repeat(3);
  const svg = plot({ ...chapter, series: [{ name, milliseconds: [1] }] });
  expect(Number(svg.match(/<text x="(\d+)" y="\d+" text-anchor="end">/)?.[1])).toBeGreaterThan(name.length * 7);
});
