import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode } from "../../generator/output/folder.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { type ChartArchive, chartArchive } from "./chart-archive.ts";
import { provenance } from "./provenance.ts";
import { releaseTime } from "./release-time.ts";

/** A packaged chart in a folder. */
export interface Package {
  readonly archive: ChartArchive;
  /** The archive; its provenance lies beside it, where Helm looks for it. */
  readonly file: string;
  /** The content of the .prov file; absent where nobody has signed the archive. */
  readonly provenance?: string;
}

/**
 * The packages of charts for a folder, in which nothing is changed yet.
 * @param key signs those that are not signed there yet
 */
export async function packagesOf(
  charts: readonly Chart[],
  folder: string,
  key: string | undefined,
): Promise<readonly Package[]> {
  const packages: Package[] = [];
  for (const archive of await Promise.all(charts.map(chartArchive))) {
    const text = (await earlierProvenance(folder, archive)) ?? (key && (await provenance(archive, key)));
    packages.push({ archive, file: join(folder, archive.fileName), ...(text && { provenance: text }) });
  }
  return packages;
}

/** Writes packages into their folder, in place of other packages of the same charts. */
export async function writePackages(packages: readonly Package[]): Promise<void> {
  for (const { archive, file } of packages) {
    await mkdir(dirname(file), { recursive: true });
    await removeFormer(dirname(file), archive.chart.metadata.name);
  }
  await Promise.all(packages.map(write));
}

/** A signature names its time, so one that fits is kept. */
async function earlierProvenance(folder: string, { fileName, digest }: ChartArchive): Promise<string | undefined> {
  try {
    const text = await readFile(join(folder, `${fileName}.prov`), "utf8");
    return text.includes(`${fileName}: sha256:${digest}\n`) ? text : undefined;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

async function removeFormer(folder: string, name: string): Promise<void> {
  const isFormer = new RegExp(`^${name}-\\d.*\\.(tgz|tgz\\.prov|html)$`);
  const former = (await readdir(folder)).filter((file) => isFormer.test(file));
  await Promise.all(former.map((file) => rm(join(folder, file))));
}

async function write({ archive, file, provenance: text }: Package): Promise<void> {
  await writeFile(file, archive.content);
  // Helm tells registries the time of the file: without this, the same chart would have another digest each time.
  await utimes(file, releaseTime(archive.chart), releaseTime(archive.chart));
  if (text !== undefined) await writeFile(`${file}.prov`, text);
}
