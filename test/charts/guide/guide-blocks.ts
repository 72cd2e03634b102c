import type { Chart } from "../../../generator/topology/chart.ts";

/** What stands between fences. */
export interface Block {
  readonly chapter: string;
  readonly language: string;
  readonly text: string;
}

/** The blocks of code in a chart's guide. */
export function blocksOf({ guide }: Chart, language: string): readonly Block[] {
  const blocks = guide.flatMap(({ title, paragraphs }) =>
    [...paragraphs.join("\n\n").matchAll(/^```(\w+)\n(.*?)\n```$/gms)].map(
      ([, found = "", text = ""]): Block => ({ chapter: title, language: found, text }),
    ),
  );
  return blocks.filter((block) => block.language === language);
}

/** What the prose of a chart's guide has in backticks. */
export function codeOf({ guide }: Chart): ReadonlySet<string> {
  const prose = guide.flatMap(({ paragraphs }) =>
    paragraphs.filter((paragraph) => !/^(<!-- .* -->\n)?```/.test(paragraph)),
  );
  return new Set(prose.flatMap((paragraph) => [...paragraph.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? [])));
}

/** Commands, each on one line. */
export function commandsOf(chart: Chart): readonly string[] {
  return blocksOf(chart, "sh").flatMap(({ text }) => text.replaceAll(/\\\n\s*/g, "").split("\n"));
}
