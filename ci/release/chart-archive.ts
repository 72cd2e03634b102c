import { createHash } from "node:crypto";
import { gzipSync } from "fflate";
import { packTar } from "modern-tar";
import { packagedFiles } from "../../generator/output/packaged-files.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { releaseTime } from "./release-time.ts";

/** A packaged chart, as Helm installs it. */
export interface ChartArchive {
  readonly chart: Chart;
  /** `foxctl-0.1.0.tgz` */
  readonly fileName: string;
  readonly content: Uint8Array;
  /** SHA-256 of the content, in hexadecimal digits. */
  readonly digest: string;
}

/**
 * Packages a chart from its model, so that nothing gets in that lies beside the produced files. The same bytes come out
 * on every machine: files are sorted, of one time, mode and owner, and are compressed by JavaScript alone, as zlib's
 * output depends on its version and on the processor.
 */
export async function chartArchive(chart: Chart): Promise<ChartArchive> {
  const { name, version } = chart.metadata;
  const mtime = releaseTime(chart);
  const entries = packagedFiles(chart).map(([path, text]) => {
    const body = new TextEncoder().encode(text);
    return { header: { name: `${name}/${path}`, size: body.length, mode: 0o644, uid: 0, gid: 0, mtime }, body };
  });
  const content = gzipSync(await packTar(entries), { level: 9, mtime: 0 });
  const digest = createHash("sha256").update(content).digest("hex");
  return { chart, fileName: `${name}-${version}.tgz`, content, digest };
}
