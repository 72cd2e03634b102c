import { stringify } from "yaml";
import { hosting } from "../../generator/charts/hosting.ts";
import { chartPage, chartPageName } from "./chart-page.ts";
import { type IndexFile, printIndex, withArchives } from "./index-file.ts";
import { landingPage } from "./landing-page.ts";
import type { Package } from "./package-charts.ts";

/** A file of a classic chart repository. */
export interface RepositoryFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Archives and their provenance. They are to be there before the index names them. */
export function packageFiles(packages: readonly Package[]): readonly RepositoryFile[] {
  return packages.flatMap(({ archive: { fileName, content }, provenance }) => [
    { name: fileName, content },
    ...(provenance === undefined ? [] : [textFile(`${fileName}.prov`, provenance)]),
  ]);
}

/**
 * What tells of packages, beside what a repository with this index tells already; the index comes last but for the page
 * that is made from it.
 * @throws OtherContent when a version is released with other content
 */
export function repositoryPages(
  packages: readonly Package[],
  published: IndexFile | undefined,
  now: Date,
): readonly RepositoryFile[] {
  const archives = packages.map(({ archive }) => archive);
  const isSigned = packages.every(({ provenance }) => provenance !== undefined);
  const index = withArchives(published, archives, now);
  return [
    ...archives.map(({ chart }) => textFile(chartPageName(chart.metadata), chartPage(chart))),
    textFile("artifacthub-repo.yml", artifactHubRepository()),
    textFile("index.yaml", printIndex(index)),
    textFile("index.html", landingPage(index, isSigned)),
  ];
}

function textFile(name: string, text: string): RepositoryFile {
  return { name, content: new TextEncoder().encode(text) };
}

/** What Artifact Hub looks for beside index.yaml; see its documentation, "Repositories guide". */
function artifactHubRepository(): string {
  const id = hosting?.artifactHubId;
  return stringify({ ...(id !== undefined && { repositoryID: id }), ignore: [] });
}
