import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { version } from "node:process";
import Handlebars from "handlebars";
import { type Chapter, rounded } from "./figures.ts";
import { plot } from "./plot.ts";
import { median, minimum } from "./statistics.ts";

/** What was found, as Markdown. */
export function report(chapters: readonly Chapter[]): string {
  const source = readFileSync(join(import.meta.dirname, "report.hbs"), "utf8");
  return Handlebars.compile(source, { noEscape: true, strict: true })({
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    node: version.slice(1),
    chapters: chapters.map((chapter) => ({ ...chapter, rows: rows(chapter) })),
  });
}

/** Writes the report and the plots that it shows. */
export function writeReport(folder: string, chapters: readonly Chapter[]): void {
  const plots = join(folder, "benchmarks");
  mkdirSync(plots, { recursive: true });
  for (const chapter of chapters) writeFileSync(join(plots, `${chapter.name}.svg`), plot(chapter));
  writeFileSync(join(folder, "benchmarks.md"), report(chapters));
}

function rows({ series, base }: Chapter): readonly Readonly<Record<string, string>>[] {
  const compared = minimum(series.find(({ name }) => name === base)?.milliseconds ?? []);
  return series.map(({ name, milliseconds }) => ({
    name,
    minimum: rounded(minimum(milliseconds)),
    median: rounded(median(milliseconds)),
    ratio: rounded(minimum(milliseconds) / compared),
  }));
}

/** The kind of machine, without its name. */
function machine(): string {
  const cores = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cores.length} cores (${cores[0]?.model.trim() ?? "unknown"}) with ${memory} GB of memory`;
}
