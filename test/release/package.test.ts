import { appendFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { helms } from "../charts/helm.ts";
import { chartFolder, chartNames } from "../charts/preset.ts";
import { helm, openWorkshop, type Run, run, type Workshop } from "./workshop.ts";

let workshop: Workshop;
/** Where the signed packages are. */
let dist: string;
beforeAll(async () => {
  workshop = await openWorkshop();
  dist = join(workshop.folder, "dist");
  const { succeeded, output } = await npmPackage(["--out", dist, "--sign", workshop.signKey]);
  expect(succeeded, output).toBe(true);
});
afterAll(() => workshop.remove());

function npmPackage(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return run(process.execPath, [join(projectFolder, "ci/release/package.ts"), ...words], { ...workshop.env, ...env });
}

function archive(chart: string, folder = dist): string {
  return join(folder, `${chart}-0.1.0.tgz`);
}

test("another time zone, language and file mode make the same bytes", async () => {
  const other = join(workshop.folder, "other");
  const script = `umask 077 && exec "$0" ${join(projectFolder, "ci/release/package.ts")} --out ${other}`;
  await execa("sh", ["-c", script, process.execPath], { env: { TZ: "Asia/Tokyo", LC_ALL: "tr_TR.UTF-8" } });
  for (const chart of chartNames) {
    expect(await readFile(archive(chart, other)), chart).toEqual(await readFile(archive(chart)));
  }
});

describe.each(chartNames)("%s", (chart) => {
  test("is packed with the files that Helm packs", async () => {
    const packed = join(workshop.folder, "helm-package");
    const { succeeded, output } = await helm(
      "helm4",
      ["package", chartFolder(chart), "--destination", packed],
      workshop.env,
    );
    expect(succeeded, output).toBe(true);
    expect(await namesIn(archive(chart))).toEqual(await namesIn(archive(chart, packed)));
  });

  test.each(helms)("renders as its folder does, says %s", async (version) => {
    const words = (place: string): string[] => ["template", chart, place, "--namespace", "tests"];
    const [packed, folder] = await Promise.all(
      [archive(chart), chartFolder(chart)].map((place) => helm(version, words(place), workshop.env)),
    );
    expect(packed?.succeeded, packed?.output).toBe(true);
    expect(packed).toEqual(folder);
  });

  test.each(helms)("is verified by %s, and refused when a byte is added", async (version) => {
    const keyring = join(dist, "provenance-key.gpg");
    const verified = await helm(version, ["verify", archive(chart), "--keyring", keyring], workshop.env);
    expect(verified).toMatchObject({ succeeded: true });
    expect(verified.output).toContain("Signed by: Releases <releases@example.com>");
    const tampered = join(workshop.folder, `tampered-${version}`);
    for (const file of [archive(chart), `${archive(chart)}.prov`])
      await cp(file, join(tampered, file.slice(dist.length + 1)));
    await appendFile(archive(chart, tampered), "x");
    const refused = await helm(version, ["verify", archive(chart, tampered), "--keyring", keyring], workshop.env);
    expect(refused).toMatchObject({ succeeded: false });
    expect(refused.output).toContain("sha256 sum does not match");
  });
});

test("a signature that fits is kept, so that packaging twice changes nothing", async () => {
  const before = await readFile(`${archive("foxctl")}.prov`, "utf8");
  expect(await npmPackage(["--out", dist])).toMatchObject({ succeeded: true });
  expect(await readFile(`${archive("foxctl")}.prov`, "utf8")).toBe(before);
});

interface Refusal {
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly says: RegExp;
  /** Whether a second line leads to the help. */
  readonly help?: boolean;
}

const refusals: [string, Refusal][] = [
  ["an unknown option", { words: ["--nope"], says: /^Unknown option '--nope'$/m, help: true }],
  [
    "an unknown chart",
    { words: ["--chart", "nope"], says: /^there is no chart "nope"; there is foxctl, arizuko$/m, help: true },
  ],
  [
    "a key that is not there",
    { words: ["--sign", "nobody@example.com"], says: /^GnuPG could not sign: .*No secret key/ },
  ],
  [
    "a wrong passphrase",
    {
      words: ["--sign", "releases@example.com"],
      env: { GPG_PASSPHRASE: "wrong" },
      says: /^GnuPG could not sign: .*Bad passphrase/,
    },
  ],
  [
    "a folder without a name",
    { words: ["--published", ""], says: /^"" is no folder, and no address of http or https$/m, help: true },
  ],
  [
    "an address of another kind",
    { words: ["--published", "ftp://x/charts"], says: /^"ftp:\/\/x\/charts" is no folder, and/m, help: true },
  ],
  [
    "half an address",
    { words: ["--published", "https://"], says: /^"https:\/\/" is no address such as https:/m, help: true },
  ],
  [
    "a file in place of a repository",
    { words: ["--published", join(projectFolder, "package.json")], says: /package\.json is no folder; name another/ },
  ],
  ["a repository without an index", { words: ["--published", "/nonexistent"], says: /^there is no index\.yaml in/ }],
];

test.each(refusals)("%s is told in one line", async (name, { words, env = {}, says, help = false }) => {
  // So that the passphrase is asked for again.
  await execa("gpgconf", ["--kill", "gpg-agent"], { env: workshop.env });
  const out = join(workshop.folder, name.replaceAll(" ", "-"));
  const { succeeded, output } = await npmPackage([...words, "--out", out], env);
  expect(succeeded).toBe(false);
  expect(output).toMatch(says);
  expect(output.split("\n").slice(1)).toEqual(help ? ["npm run package -- --help lists what there is"] : []);
});

test.each<[string, string, RegExp]>([
  ["that is no YAML", "{", /^index\.yaml in \S+ is not YAML: /],
  ["of something else", "apiVersion: v2\n", /^index\.yaml in \S+ is no index/],
])("former packages stay where there is an index %s", async (name, content, says) => {
  const folder = join(workshop.folder, name.replaceAll(" ", "-"));
  await mkdir(folder);
  const former = join(folder, "foxctl-0.0.1.tgz");
  await writeFile(former, "former");
  await writeFile(join(folder, "index.yaml"), content);
  const { succeeded, output } = await npmPackage(["--published", folder, "--out", folder], {});
  expect(succeeded).toBe(false);
  expect(output).toMatch(says);
  expect(output.split("\n")).toHaveLength(1);
  expect(await readFile(former, "utf8")).toBe("former");
  expect(await readFile(join(folder, "index.yaml"), "utf8")).toBe(content);
});

test("a folder in the place of the index is told", async () => {
  const folder = join(workshop.folder, "folder-as-index");
  await mkdir(join(folder, "index.yaml"), { recursive: true });
  const { output } = await npmPackage(["--published", folder], {});
  expect(output).toBe(`${join(folder, "index.yaml")} is a folder, where a file has to be; remove it`);
});

async function namesIn(file: string): Promise<readonly string[]> {
  return (await execa("tar", ["--list", "--file", file])).stdout.split("\n").toSorted();
}
