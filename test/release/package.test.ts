import { appendFile, cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { stringify } from "yaml";
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
    {
      words: ["--sign", "nobody@example.com"],
      says: /^GnuPG could not sign with the key "nobody@example\.com": No secret key; `gpg --list/,
    },
  ],
  [
    "a wrong passphrase",
    {
      words: ["--sign", "releases@example.com"],
      env: { GPG_PASSPHRASE: "wrong" },
      says: /^GnuPG could not sign .*: Bad passphrase; set GPG_PASSPHRASE to/,
    },
  ],
  [
    // All but the first would be a part of what is signed, and published.
    "a passphrase of two lines",
    {
      words: ["--sign", "releases@example.com"],
      env: { GPG_PASSPHRASE: "only for tests\nand this" },
      says: /^GPG_PASSPHRASE has several lines/,
    },
  ],
  ["no key", { words: ["--sign", ""], says: /^--sign names no key; give one, or leave the option out$/m, help: true }],
  ["a blank folder", { words: ["--published", " "], says: /^" " is no folder, and no address/m, help: true }],
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
  const published = `${folder}-published`;
  await mkdir(published);
  await writeFile(join(published, "index.yaml"), content);
  const { succeeded, output } = await npmPackage(["--published", published, "--out", folder], {});
  expect(succeeded).toBe(false);
  expect(output).toMatch(says);
  expect(output.split("\n")).toHaveLength(1);
  expect(await readFile(former, "utf8")).toBe("former");
});

describe("a repository is no folder for packages", () => {
  let repository: string;
  beforeAll(async () => {
    repository = join(workshop.folder, "repository");
    await mkdir(repository);
    const entry = { name: "foxctl", version: "0.0.9", digest: "abc" };
    const index = { apiVersion: "v1", entries: { foxctl: [entry] }, generated: "2026-01-01T00:00:00Z" };
    await writeFile(join(repository, "index.yaml"), stringify(index));
    await writeFile(archiveOf("foxctl", "0.0.9"), "released");
  });

  function archiveOf(chart: string, version: string): string {
    return join(repository, `${chart}-${version}.tgz`);
  }

  test("whose index would lose a version", async () => {
    const { output } = await npmPackage(["--out", repository]);
    expect(output).toBe(
      `${repository} is a chart repository with foxctl 0.0.9, which would get lost; name another folder by --out`,
    );
    expect(await readdir(repository)).toEqual(["foxctl-0.0.9.tgz", "index.yaml"]);
  });

  test("whose index is continued", async () => {
    const { output } = await npmPackage(["--out", repository, "--published", `${repository}/`]);
    expect(output).toMatch(/ cannot be both the repository and the folder for packages; name another by --out\n/);
    expect(await readFile(archiveOf("foxctl", "0.0.9"), "utf8")).toBe("released");
  });

  test("but one that continues it may be packaged into again", async () => {
    const words = ["--out", join(workshop.folder, "continued"), "--published", repository];
    for (const _ of ["first", "again"]) {
      const { succeeded, output } = await npmPackage(words);
      expect(succeeded, output).toBe(true);
    }
  });
});

test("a signature that is cut off, or of another key, is made anew", async () => {
  const file = `${archive("foxctl")}.prov`;
  const whole = await readFile(file, "utf8");
  const unlock = ["--batch", "--pinentry-mode", "loopback", "--passphrase", "only for tests"];
  const other = ["--quick-generate-key", "other@example.com", "ed25519", "sign", "never"];
  await execa("gpg", [...unlock, ...other], { env: workshop.env });
  await writeFile(file, whole.slice(0, -60));
  for (const key of ["other@example.com", workshop.signKey]) {
    // A line feed at the end, as secrets often have, is no part of the passphrase.
    const env = { GPG_PASSPHRASE: "only for tests\n" };
    const { succeeded, output } = await npmPackage(["--out", dist, "--sign", key], env);
    expect(succeeded, output).toBe(true);
    const verified = await run("gpg", ["--verify", file], workshop.env);
    expect(verified).toMatchObject({ succeeded: true });
    expect(verified.output).toContain(key);
    expect(await readFile(file, "utf8")).toMatch(/^Hash: SHA512\n\n\S/m);
  }
});

test("a file in place of the folder for packages is told in one line", async () => {
  const file = join(workshop.folder, "file");
  await writeFile(file, "");
  for (const out of [file, join(file, "below")])
    expect((await npmPackage(["--out", out])).output).toBe(`${out} is no folder; name another place`);
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
