import { parseIndex } from "./index-file.ts";
import type { Package } from "./package-charts.ts";
import { isProvenanceOf } from "./provenance.ts";
import type { PublicKey } from "./public-keys.ts";
import type { Repository } from "./repository.ts";
import { packageFiles, repositoryPages } from "./repository-files.ts";
import type { Step } from "./step.ts";

/**
 * What it takes for a classic chart repository to have the packages, and everything else that it had.
 * @param keys public keys that signatures are verified with
 * @throws OtherContent when a version is released with other content
 * @throws Error when the repository cannot be read, or is known not to be writable
 */
export async function repositorySteps(
  repository: Repository,
  packages: readonly Package[],
  keys: readonly PublicKey[],
  now: Date,
): Promise<readonly Step[]> {
  const index = await repository.read("index.yaml");
  const published = index && parseIndex(new TextDecoder().decode(index), `index.yaml in ${repository.place}`);
  const files = [...packageFiles(packages), ...repositoryPages(packages, published, now)];
  const steps: Step[] = [];
  for (const file of keys) steps.push(await keyStep(repository, file));
  for (const { name, content } of files) {
    const there = await repository.read(name);
    const isNew = name === "index.yaml" && published === undefined;
    steps.push({
      title: `${name} in ${repository.place}${isNew ? ", which has none yet" : ""}`,
      isDone: there !== undefined && isSame(name, there, content, packages),
      run: () => repository.write(name, content),
    });
  }
  if (steps.some(({ isDone }) => !isDone)) await repository.prepare();
  return steps;
}

async function keyStep(repository: Repository, { name, content, beside }: PublicKey): Promise<Step> {
  const title = `${name} in ${repository.place}`;
  const there = await repository.read(name);
  try {
    const wanted = there === undefined ? content : await beside(there);
    const isDone = there !== undefined && Buffer.compare(there, wanted) === 0;
    return { title, isDone, run: () => repository.write(name, wanted) };
  } catch (error) {
    throw new Error(`${title}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Whether a file need not be written. Each signature has other bytes; one of the same archive will do. */
function isSame(name: string, there: Uint8Array, content: Uint8Array, packages: readonly Package[]): boolean {
  const archive = packages.find((candidate) => name === `${candidate.archive.fileName}.prov`)?.archive;
  if (archive !== undefined) return isProvenanceOf(archive, new TextDecoder().decode(there));
  return Buffer.compare(there, content) === 0;
}
