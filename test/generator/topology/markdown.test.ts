import { describe, expect, test } from "vitest";
import { cell, codeCell, html, prose, table } from "../../../generator/topology/markdown.ts";

describe("Markdown", () => {
  test.each<[string, (text: string) => string, string, string]>([
    ["prose with signs", prose, "a * b_c <d> [e] # f", "a \\* b\\_c \\<d\\> \\[e\\] \\# f"],
    ["code in prose", prose, "set `a_*` or\n  b", "set `a_*` or b"],
    ["a variable in prose", prose, "set DEMO_HOST, `A_B` or KEY", "set `DEMO_HOST`, `A_B` or KEY"],
    ["a cell", cell, "a | `b|c`", "a \\| `b\\|c`"],
    ["code in a cell", codeCell, "a|b", "`a\\|b`"],
    ["code with backticks", codeCell, "a`b``c", "``` a`b``c ```"],
    ["HTML", html, "`a` < b & c", "a &lt; b &amp; c"],
  ])("%s", (_, format, given, want) => {
    expect(format(given)).toBe(want);
  });

  test("a table", () => {
    expect(table(["A", "B"], [["1", "2"]])).toBe("| A | B |\n| --- | --- |\n| 1 | 2 |");
    expect(table(["A", "B"], [])).toBe("");
  });
});
