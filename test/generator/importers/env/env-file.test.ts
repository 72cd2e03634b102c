import { describe, expect, test } from "vitest";
import { EnvFileError, parseEnvFile } from "../../../../generator/importers/env/env-file.ts";

const read = (text: string) => Object.fromEntries(parseEnvFile("a.env", text).map(({ name, value }) => [name, value]));

describe("an environment file", () => {
  test.each<[string, Record<string, string>]>([
    ["", {}],
    ["# nothing\n\n  # at all", {}],
    ["A=1\nB = two words ", { A: "1", B: "two words" }],
    ["export A=1\r\nB=2\r\n", { A: "1", B: "2" }],
    ["\uFEFFA=1", { A: "1" }],
    ["A=a#b # said", { A: "a#b" }],
    ["A=\nB=", { A: "", B: "" }],
    ["A='$B \"x\" # y' # said", { A: '$B "x" # y' }],
    ['A="one\ntwo"\nB="a\\nb\\"c"', { A: "one\ntwo", B: 'a\nb"c' }],
    [`A=1\nB=\${A}2$A`, { A: "1", B: "121" }],
    ["A=1$$2", { A: "1$2" }],
    ["A=1\nA=2", { A: "2" }],
  ])("%j", (text, want) => {
    expect(read(text)).toEqual(want);
  });

  test.each<[string, string]>([
    ["A=1\nnonsense", "a.env:2: this is no NAME=VALUE; write one, or begin the line with #"],
    ["\n1A=2", "a.env:2: this is no NAME=VALUE; write one, or begin the line with #"],
    ["A='x\nB=2", "a.env:1: the quote ' is not closed"],
    ['A="x" y', "a.env:1: there is text after the closing quote"],
    [
      "A=pa$sword",
      "a.env:1: it refers to sword, which no line before sets; write the value in single quotes if $ is part of it",
    ],
    [
      `A=\${x:-y}`,
      "a.env:1: it refers to something, which no line before sets; write the value in single quotes if $ is part of it",
    ],
  ])("refuses %j and names the line", (text, message) => {
    expect(() => read(text)).toThrow(new EnvFileError(message));
  });
});
