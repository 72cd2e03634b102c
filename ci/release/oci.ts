import { rmSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execa } from "execa";
import { onExit } from "../on-exit.ts";
import { toolPath } from "../tools/install.ts";
import type { ChartArchive } from "./chart-archive.ts";
import { OtherContent } from "./index-file.ts";

/** An OCI registry that holds charts, as Helm's own `push` and `pull` use it. */
export interface OciTarget {
  /** `oci://ghcr.io/owner/charts`; each chart is a repository below it. */
  readonly address: string;
  readonly plainHttp: boolean;
}

/** The chart in a registry, by digest: `ghcr.io/owner/charts/foxctl@sha256:…`. */
export type PushedChart = string;

/** What is in a registry under a version. */
export interface PulledChart {
  readonly chart: PushedChart;
  /** Whether it was pushed with provenance, which cannot be added to it. */
  readonly hasProvenance: boolean;
}

/**
 * What the registry has under the version of an archive; nothing where that version is not there.
 * @throws OtherContent when it is another archive
 * @throws Error when the registry cannot be asked
 */
export async function pulled(target: OciTarget, archive: ChartArchive): Promise<PulledChart | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "pull-"));
  const forget = onExit(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const { name, version } = archive.chart.metadata;
    const words = ["pull", addressOf(target, name), "--version", version, "--prov", "--destination", folder];
    const run = await helm(target, words);
    if (run.failed && /: not found$|name unknown|manifest unknown/im.test(run.stderr)) return undefined;
    if (run.failed) throw new Error(`${addressOf(target, name)} cannot be read: ${explained(run.stderr, target)}`);
    const content = await readFile(join(folder, archive.fileName));
    if (Buffer.compare(content, archive.content) !== 0) throw new OtherContent(name, version);
    const hasProvenance = (await readdir(folder)).includes(`${archive.fileName}.prov`);
    return { chart: pushedChart(target, name, run.all), hasProvenance };
  } finally {
    await rm(folder, { recursive: true, force: true });
    forget();
  }
}

/**
 * Pushes an archive, and its provenance if that lies beside it.
 * @throws Error that says why the registry refuses it
 */
export async function push(target: OciTarget, { chart }: ChartArchive, file: string): Promise<PushedChart> {
  const { name } = chart.metadata;
  const run = await helm(target, ["push", file, target.address]);
  if (run.failed) throw new Error(`${addressOf(target, name)} cannot be pushed: ${explained(run.stderr, target)}`);
  return pushedChart(target, name, run.all);
}

function addressOf({ address }: OciTarget, name: string): string {
  return `${address.replace(/\/+$/, "")}/${name}`;
}

interface HelmRun {
  readonly failed: boolean;
  readonly stderr: string;
  readonly all: string;
}

async function helm({ plainHttp }: OciTarget, words: readonly string[]): Promise<HelmRun> {
  const all = plainHttp ? [...words, "--plain-http"] : words;
  return execa(await toolPath("helm4"), all, { stdin: "ignore", reject: false, all: true });
}

/** Helm prints the digest of what it has pushed or pulled. */
function pushedChart(target: OciTarget, name: string, output: string): PushedChart {
  const digest = /^Digest: (sha256:[0-9a-f]{64})$/m.exec(output)?.[1];
  if (digest === undefined) throw new Error(`Helm names no digest for ${addressOf(target, name)}:\n${output}`);
  return `${addressOf(target, name).replace(/^oci:\/\//, "")}@${digest}`;
}

/** What Helm says, and what to do about it. */
function explained(stderr: string, { address }: OciTarget): string {
  const message =
    stderr
      .trim()
      .split("\n")
      .at(-1)
      ?.replace(/^Error: /, "") ?? "";
  const host = new URL(address).host;
  if (/\b40[13]\b|unauthorized|denied|basic credential not found/i.test(message))
    return `the credentials are missing, expired or not enough; sign in by \`helm registry login ${host}\` (${message})`;
  if (/certificate/i.test(message))
    return `the registry's certificate is not trusted; name its authority in SSL_CERT_FILE (${message})`;
  if (/server gave HTTP response to HTTPS client/.test(message))
    return `the registry speaks no TLS; add --plain-http if that is meant (${message})`;
  return message;
}
