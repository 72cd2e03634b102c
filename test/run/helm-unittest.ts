import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { execa } from "execa";
import { goEnvironment } from "../../ci/go-environment.ts";
import { projectFolder } from "../../ci/paths.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { type Case, countOf } from "./case.ts";
import { casesOfJunit } from "./junit.ts";

/** Suites of a chart, each of which must have cases. */
export interface Suites {
  readonly chartFolder: string;
  /** Where the files are that end in `_test.yaml`. */
  readonly folder: string;
}

/** The cases of a chart's suites. What helm-unittest says of suites that failed is shown. */
export async function runHelmUnittest({ chartFolder, folder }: Suites): Promise<readonly Case[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith("_test.yaml")).toSorted();
  if (files.length === 0) return [failed(nameOf(folder), "there is no suite in it: no file ends in _test.yaml")];
  const reports = await mkdtemp(join(tmpdir(), "helm-unittest-"));
  try {
    const cases: Case[] = [];
    // One by one, because a report does not tell the files of its suites.
    for (const file of files) cases.push(...(await runSuite(chartFolder, join(folder, file), join(reports, file))));
    return cases;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
}

async function runSuite(chartFolder: string, file: string, report: string): Promise<readonly Case[]> {
  const words = ["--strict", "--file", file, "--output-type", "JUnit", "--output-file", report, chartFolder];
  const result = await execa(await toolPath("helm-unittest"), words, {
    // Whoever runs the tests may have a cluster of theirs.
    env: { KUBECONFIG: "/dev/null", ...goEnvironment },
    stdin: "ignore",
    reject: false,
  });
  const name = nameOf(file);
  const cases = casesOfJunit(await reportIn(report), name);
  if (result.failed) process.stdout.write(result.stdout);
  if (cases.length === 0) return [failed(name, "helm-unittest ran no test of it; its output above says more")];
  return result.failed && countOf(cases, "failed") === 0
    ? [...cases, failed(name, "helm-unittest failed outside of the tests; its output above says more")]
    : cases;
}

/** A report without cases where helm-unittest ended before it wrote one. */
async function reportIn(file: string): Promise<string> {
  return readFile(file, "utf8").catch(() => "<testsuites/>");
}

function nameOf(path: string): string {
  return relative(projectFolder, path);
}

function failed(name: string, reason: string): Case {
  return { name, outcome: "failed", reason };
}
