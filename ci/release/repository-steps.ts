import { parseIndex } from "./index-file.ts";
import type { Package } from "./package-charts.ts";
import type { Repository } from "./repository.ts";
import { packageFiles, type RepositoryFile, repositoryPages } from "./repository-files.ts";
import type { Step } from "./step.ts";

/**
 * What it takes for a classic chart repository to have the packages, and everything else that it had.
 * @param keys further files: public keys that signatures are verified with
 * @throws OtherContent when a version is released with other content
 * @throws Error when the repository cannot be read
 */
export async function repositorySteps(
  repository: Repository,
  packages: readonly Package[],
  keys: readonly RepositoryFile[],
  now: Date,
): Promise<readonly Step[]> {
  const index = await repository.read("index.yaml");
  const published = index && parseIndex(new TextDecoder().decode(index), `index.yaml in ${repository.place}`);
  const steps: Step[] = [];
  for (const { name, content } of [...keys, ...packageFiles(packages), ...repositoryPages(packages, published, now)]) {
    const there = await repository.read(name);
    steps.push({
      title: `${name} in ${repository.place}`,
      isDone: there !== undefined && isSame(name, there, content, packages),
      run: () => repository.write(name, content),
    });
  }
  return steps;
}

/** Whether a file need not be written. Each signature has other bytes; one of the same archive will do. */
function isSame(name: string, there: Uint8Array, content: Uint8Array, packages: readonly Package[]): boolean {
  const archive = packages.find((candidate) => name === `${candidate.archive.fileName}.prov`)?.archive;
  if (archive !== undefined) return new TextDecoder().decode(there).includes(`sha256:${archive.digest}`);
  return Buffer.compare(there, content) === 0;
}
