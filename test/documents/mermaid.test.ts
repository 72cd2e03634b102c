import DOMPurify from "dompurify";
import mermaid from "mermaid";
import { describe, expect, test } from "vitest";
import { markdownFiles } from "./markdown-files.ts";

// Without a browser there is nothing that could be harmful, and so nothing to clean.
Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });

const diagrams = (await markdownFiles()).flatMap(({ path, blocks }) =>
  blocks.filter(({ language }) => language === "mermaid").map(({ text }) => [path, text] as const),
);

describe("diagrams", () => {
  test("are there", () => {
    expect(diagrams.length).toBeGreaterThanOrEqual(4);
  });

  test.each(diagrams)("%s", async (_, text) => {
    expect(await mermaid.parse(text)).toMatchObject({ diagramType: "flowchart-v2" });
  });

  test("a mistake in one is found", async () => {
    await expect(mermaid.parse('flowchart LR\n  a["x" --> b')).rejects.toThrow("Parse error");
  });
});
