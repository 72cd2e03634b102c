/** What stands between fences in a document. */
export interface Block {
  /** The document, as seen from the project's folder. */
  readonly document: string;
  /** The line of its fence. */
  readonly line: number;
  /** The chapter's heading, of the second level. */
  readonly chapter: string;
  /** The nearest heading above. */
  readonly heading: string;
  /** The paragraph above. */
  readonly before: string;
  readonly language: string;
  readonly text: string;
  /** What it needs that no test has, for commands with such a mark: `<!-- outside: a phone -->`. */
  readonly outside?: string;
}

/** Fences and what is between them. */
export const fenced = /^( *)(`{3,})(\w*)\n(.*?)^ *\2$/gms;

/** The blocks of a document's text, in order. */
export function blocksIn(document: string, text: string): readonly Block[] {
  return [...text.matchAll(fenced)].map((match): Block => {
    const [, indent = "", , language = "", content = ""] = match;
    const above = text.slice(0, match.index);
    const [mark, outside] = above.match(/<!-- outside: (.*?) -->\n$/) ?? [];
    return {
      document,
      line: above.split("\n").length,
      chapter: [...above.matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? "",
      heading: [...above.matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? "",
      before:
        above
          .slice(0, above.length - (mark?.length ?? 0))
          .trimEnd()
          .split("\n\n")
          .at(-1) ?? "",
      language,
      text: content.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
      ...(outside !== undefined && { outside }),
    };
  });
}

/** Whether a block is for a shell. */
export function isCommands({ language }: Block): boolean {
  return ["sh", "bash", "shell", "console"].includes(language);
}

/** The file that the paragraph above says a block to be, such as `volume.yaml`. */
export function fileOf({ before, language }: Block): string | undefined {
  const files = [...before.matchAll(/`([\w-]+\.(\w+))`/g)].filter(([, , extension]) => extension === language);
  return files.at(-1)?.[1];
}
