import semver from "semver";
import { parse, stringify } from "yaml";
import { chartMetadata } from "../../generator/output/chart-yaml.ts";
import { isMapping } from "../../generator/values/json.ts";
import type { ChartArchive } from "./chart-archive.ts";

/** The index of a classic chart repository; see the Helm documentation, "The index file". */
export interface IndexFile {
  readonly apiVersion: "v1";
  readonly entries: Readonly<Record<string, readonly IndexEntry[]>>;
  readonly generated: string;
}

/** A released version: what its Chart.yaml says, and where the archive is. */
export interface IndexEntry {
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  /** Absent where another program has left it out. */
  readonly created?: string;
  readonly urls?: readonly string[];
  /** Other metadata, which other programs may have written. */
  readonly [more: string]: unknown;
}

const advice = "mend that, or name another place";

export const emptyIndex: IndexFile = { apiVersion: "v1", entries: {}, generated: "" };

/**
 * What a repository's index says, of which nothing may get lost.
 * @throws Error for anything but an index, so that it is not taken for an empty one
 */
export function parseIndex(text: string, place: string): IndexFile {
  const index: unknown = parseYaml(text, place);
  const problem = isIndex(index) ? entryProblem(index) : "it needs apiVersion v1, and entries";
  if (isIndex(index) && problem === undefined) return index;
  throw new Error(`${place} is no index of a chart repository: ${problem}; ${advice}`);
}

/**
 * The index with more archives. Every version that is in it stays as it is; one that is not signed up yet is added.
 * @throws Error when a version is there with other content: a released version never changes
 */
export function withArchives(index: IndexFile = emptyIndex, archives: readonly ChartArchive[], now: Date): IndexFile {
  const added = archives.filter((archive) => releasedAs(index, archive) === undefined);
  if (added.length === 0) return index;
  const time = now.toISOString();
  const names = [...new Set([...Object.keys(index.entries), ...added.map(({ chart }) => chart.metadata.name)])].sort();
  const entries = names.map((name): [string, readonly IndexEntry[]] => {
    const mine = added.filter(({ chart }) => chart.metadata.name === name).map((archive) => entryOf(archive, time));
    return [name, [...(index.entries[name] ?? []), ...mine].sort(newestFirst)];
  });
  return { ...index, entries: Object.fromEntries(entries), generated: time };
}

export function printIndex(index: IndexFile): string {
  return stringify(index, { lineWidth: 0, aliasDuplicateObjects: false });
}

/**
 * The entry of an archive in an index; nothing where it is not released yet.
 * @throws Error when that version is there with other content
 */
export function releasedAs(index: IndexFile, { chart, digest }: ChartArchive): IndexEntry | undefined {
  const { name, version } = chart.metadata;
  const entry = index.entries[name]?.find((candidate) => candidate.version === version);
  // Programs that write an index put the name of the digest in front of it, or leave it out.
  if (entry === undefined || entry.digest.replace(/^sha256:/, "") === digest) return entry;
  throw new OtherContent(name, version);
}

/** A released version never changes. */
export class OtherContent extends Error {
  override readonly name = "OtherContent";
  constructor(name: string, version: string) {
    super(
      `${name} ${version} is released with other content, and a released version never changes; release a higher one`,
    );
  }
}

function entryOf({ chart, digest, fileName }: ChartArchive, created: string): IndexEntry {
  const { name, version } = chart.metadata;
  return { ...chartMetadata(chart), name, version, created, digest, urls: [fileName] };
}

function newestFirst(a: IndexEntry, b: IndexEntry): number {
  return semver.rcompare(a.version, b.version);
}

function parseYaml(text: string, place: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    // Below its first line the message shows the text.
    const [what = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new Error(`${place} is not YAML: ${what.replace(/:$/, "")}; ${advice}`, { cause: error });
  }
}

/** Whether it may be one; what its entries are is not looked at. */
function isIndex(value: unknown): value is IndexFile {
  return isMapping(value) && value["apiVersion"] === "v1" && isMapping(value["entries"]);
}

function entryProblem({ entries, generated }: IndexFile): string | undefined {
  const lists: [string, unknown][] = Object.entries(entries);
  for (const [name, list] of lists) {
    if (!Array.isArray(list)) return `${name} has no list of versions`;
    for (const [index, entry] of list.entries()) {
      const problem = versionProblem(entry);
      if (problem !== undefined) return `entry ${index + 1} of ${name} ${problem}`;
    }
  }
  // Every program writes it, and last: of what breaks off between two entries nothing else tells.
  return generated === undefined ? "it has no time as `generated`, as if its end was cut off" : undefined;
}

function versionProblem(value: unknown): string | undefined {
  if (!isMapping(value) || semver.valid(String(value["version"])) === null) return "has no semantic version";
  if (typeof value["digest"] !== "string") return "has no digest";
  const { created = "", urls = [] } = value;
  if (typeof created !== "string") return "has no time as `created`";
  if (!Array.isArray(urls) || urls.some((url) => typeof url !== "string")) return "has no list of addresses as `urls`";
  return undefined;
}
