import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import { execa } from "execa";
import { charts } from "../../generator/charts/index.ts";
import { exists, makeFolder } from "../new-folder.ts";
import { projectFolder, toolsFolder } from "../paths.ts";
import { atMost, type Bar, type Chapter, type Series } from "./figures.ts";
import { inTurn } from "./in-turn.ts";
import { minimum } from "./statistics.ts";

const objects = charts.reduce((sum, { documents }) => sum + documents.length, 0);
const names = {
  libraries: "Node with yaml, ajv and handlebars",
  anew: "npm run gen, everything made anew",
  oneChart: "npm run gen, one chart made anew",
  written: "npm run gen, everything written of what is kept",
  unchanged: "npm run gen, nothing changed",
  npm: "npm run gen, nothing changed, with npm",
  peer: `cdk8s by tsx, ${objects} objects`,
} as const;

/** Whole processes: everything the generator writes and checks, beside what Node needs anyway and beside a peer. */
export async function measureGenerator(rounds: number): Promise<Chapter> {
  const peer = await installedPeer();
  const out = await mkdtemp(join(tmpdir(), "bench-"));
  const written = join(out, "written");
  const series = await inTurn(
    [
      { name: "Node alone", file: execPath, words: ["-e", "0"] },
      { name: names.libraries, file: execPath, words: [join(import.meta.dirname, "libraries.js")] },
      { name: names.anew, file: execPath, words: ["generator/start.js", "--anew"], folder: projectFolder },
      {
        name: names.oneChart,
        file: execPath,
        words: ["generator/start.js", "--anew", "--chart", "foxctl"],
        folder: projectFolder,
      },
      {
        name: names.written,
        file: execPath,
        words: ["generator/start.js", "--out", written],
        folder: projectFolder,
        before: () => rm(written, { recursive: true, force: true }),
      },
      { name: names.unchanged, file: execPath, words: ["generator/start.js"], folder: projectFolder },
      { name: names.npm, file: "npm", words: ["run", "--silent", "gen"], folder: projectFolder },
      { name: names.peer, file: execPath, words: ["--import", "tsx", "app.ts", String(objects), out], folder: peer },
    ],
    rounds,
  );
  await rm(out, { recursive: true });
  return {
    name: "generate",
    title: "Generating both charts",
    paragraphs: [
      `Whole processes, with Node's cache of compiled modules warm. Made anew, the generator makes all files of the ` +
        `charts, ${objects} templates among them, checks the models, and compares what it made with what is there. AJV ` +
        "checks defaults and profiles only when what is there is another. One chart is made anew where its own model " +
        "has changed, which takes Node's reader of TypeScript besides for what was edited; all are where the generator " +
        "has. Nothing is made where each source is what it was: files are then kept, compared with what is there, and " +
        "written where they differ; all of them into a folder that has none.",
      "Made anew, about a third of the time goes into starting Node, loading some 250 modules and making the models, a " +
        "sixth into templates, a sixth into schemas, and the rest into checks, READMEs, values files and collecting garbage.",
    ],
    series,
    base: names.libraries,
    bars: bars(series),
  };
}

function bars(series: readonly Series[]): readonly Bar[] {
  const took = (name: string): number => minimum(series.find((one) => one.name === name)?.milliseconds ?? []);
  const compared = (name: string, base: string): number => took(name) / took(base);
  return [
    atMost(
      "everything made anew, compared with Node and its libraries",
      compared(names.anew, names.libraries),
      3,
      " times",
    ),
    atMost("everything made anew, compared with cdk8s", compared(names.anew, names.peer), 1, " times"),
    atMost(
      "everything written of what is kept, compared with Node and its libraries",
      compared(names.written, names.libraries),
      3,
      " times",
    ),
    atMost("everything written of what is kept, compared with cdk8s", compared(names.written, names.peer), 1, " times"),
    atMost(
      "nothing changed, compared with Node and its libraries",
      compared(names.unchanged, names.libraries),
      3,
      " times",
    ),
  ];
}

/** The peer with its packages, which are those of a committed lock file and no part of the project. */
async function installedPeer(): Promise<string> {
  const source = join(import.meta.dirname, "cdk8s");
  const folder = join(toolsFolder, "bench", "cdk8s");
  const lock = "package-lock.json";
  const isThere = (await exists(join(folder, lock))) && (await same(join(folder, lock), join(source, lock)));
  if (!isThere) {
    await rm(folder, { recursive: true, force: true });
    await makeFolder(folder, async (temporary) => {
      await cp(source, temporary, { recursive: true });
      await execa("npm", ["ci", "--no-audit", "--no-fund"], { cwd: temporary });
    });
  }
  await cp(join(source, "app.ts"), join(folder, "app.ts"));
  return folder;
}

async function same(one: string, other: string): Promise<boolean> {
  return (await readFile(one, "utf8")) === (await readFile(other, "utf8"));
}
