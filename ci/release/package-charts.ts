import { readdir, rm, utimes } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { ensureFolder } from "../../generator/output/folder.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { type ChartArchive, chartArchive } from "./chart-archive.ts";
import { fileProblem, fileRepository } from "./file-repository.ts";
import { type IndexFile, parseIndex } from "./index-file.ts";
import { packagesFolder } from "./packaging-options.ts";
import { isProvenanceOf, isSignedBy, provenance } from "./provenance.ts";
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
 * @param key signs those that it has not signed there yet
 */
export async function packagesOf(
  charts: readonly Chart[],
  folder: string,
  key: string | undefined,
): Promise<readonly Package[]> {
  const packages: Package[] = [];
  for (const archive of await Promise.all(charts.map(chartArchive))) {
    const text = (await earlierProvenance(folder, archive, key)) ?? (key && (await provenance(archive, key)));
    packages.push({ archive, file: join(folder, archive.fileName), ...(text && { provenance: text }) });
  }
  return packages;
}

/** Writes packages into their folder, in place of other packages of the same charts. */
export async function writePackages(packages: readonly Package[]): Promise<void> {
  for (const one of packages) {
    await removeFormer(one);
    await write(one);
  }
}

/**
 * Sees that nothing of a repository gets lost in a folder for packages, which are written in place of earlier ones. The
 * folder by default is never published as it is, and may lose what it has; what another one has may be all there is.
 * @param continued the index that is written there, of which nothing gets lost; none where the one there stays
 * @throws Error that names what would get lost
 */
export async function refuseLoss(folder: string, packages: readonly Package[], continued?: IndexFile): Promise<void> {
  if (resolve(folder) === resolve(packagesFolder)) return;
  const repository = fileRepository(folder);
  const index = await repository.read("index.yaml");
  if (index === undefined) return;
  const { entries } = parseIndex(new TextDecoder().decode(index), `index.yaml in ${folder}`);
  const written = packages.map(({ archive }) => archive.fileName);
  for (const { name, version } of Object.values(entries).flat()) {
    const fileName = `${name}-${version}.tgz`;
    const isNamed = continued === undefined || continued.entries[name]?.some((entry) => entry.version === version);
    if (!written.includes(fileName) && (!isNamed || (await repository.read(fileName)) !== undefined))
      throw new Error(
        `${folder} is a chart repository with ${name} ${version}, which would get lost; name another folder by --out`,
      );
  }
}

/** A signature names its time, so one that fits is kept. */
async function earlierProvenance(
  folder: string,
  archive: ChartArchive,
  key: string | undefined,
): Promise<string | undefined> {
  const content = await fileRepository(folder).read(`${archive.fileName}.prov`);
  const text = new TextDecoder().decode(content);
  const isKept = isProvenanceOf(archive, text) && (key === undefined || (await isSignedBy(text, key)));
  return isKept ? text : undefined;
}

/** All but what is written anew, so that a signature is not lost when this run is interrupted. */
async function removeFormer({ archive, file, provenance: text }: Package): Promise<void> {
  const folder = dirname(file);
  const isFormer = new RegExp(`^${archive.chart.metadata.name}-\\d.*\\.(tgz|tgz\\.prov|html)$`);
  const kept = [archive.fileName, ...(text === undefined ? [] : [`${archive.fileName}.prov`])];
  try {
    ensureFolder(folder);
    const former = (await readdir(folder)).filter((name) => isFormer.test(name) && !kept.includes(name));
    await Promise.all(former.map((name) => rm(join(folder, name))));
  } catch (error) {
    throw fileProblem(error, folder, "");
  }
}

async function write({ archive, file, provenance: text }: Package): Promise<void> {
  const folder = fileRepository(dirname(file));
  await folder.write(archive.fileName, archive.content);
  // Helm tells registries the time of the file: without this, the same chart would have another digest each time.
  await utimes(file, releaseTime(archive.chart), releaseTime(archive.chart));
  if (text !== undefined) await folder.write(`${basename(file)}.prov`, new TextEncoder().encode(text));
}
