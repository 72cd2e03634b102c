import { readFileSync } from "node:fs";
import { join } from "node:path";
import { execa } from "execa";
import { projectFolder } from "../../ci/paths.ts";
import { type Block, blocksIn, fenced } from "./blocks.ts";

/** A Markdown file of the project. */
export interface MarkdownFile {
  /** From the project's folder on. */
  readonly path: string;
  /** All that is no code between fences. */
  readonly prose: string;
  readonly blocks: readonly Block[];
}

/** Every Markdown file that is, or would be, committed. */
export async function markdownFiles(): Promise<readonly MarkdownFile[]> {
  const words = ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"];
  const { stdout } = await execa("git", words, { cwd: projectFolder });
  return stdout.split("\n").sort().map(markdownFile);
}

export function markdownFile(path: string): MarkdownFile {
  const text = readFileSync(join(projectFolder, path), "utf8");
  return { path, prose: text.replaceAll(fenced, ""), blocks: blocksIn(path, text) };
}
