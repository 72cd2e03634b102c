import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { difference } from "../../../generator/output/difference.ts";
import { writeJournal } from "../../../generator/output/journal.ts";
import { acquireLease, workFolder } from "../../../generator/output/lease.ts";
import { withManifest } from "../../../generator/output/manifest.ts";
import { planOutput } from "../../../generator/output/plan.ts";
import type { Produced } from "../../../generator/output/produced.ts";
import { publish } from "../../../generator/output/publish.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "publish-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** What is produced for the chart `a`. */
function produced(files: Readonly<Record<string, string>>, chart = "a"): Produced {
  return withManifest(chart, new Map(Object.entries(files)));
}

function write(path: string, content: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** Every file below the output folder, save the manifests. */
function found(): Readonly<Record<string, string>> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name).slice(root.length + 1)).sort();
  const others = paths.filter((path) => !path.endsWith(".generated"));
  return Object.fromEntries(others.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}

const first = { "charts/a/one.yaml": "1", "charts/a/templates/two.yaml": "2", "values/three.yaml": "3" };
const second = { "charts/a/one.yaml": "1", "charts/a/templates": "file", "charts/a/four.yaml": "4" };

describe("publish", () => {
  test("writes what is produced, and nothing else", async () => {
    const { write: written, remove } = await publish(root, produced(first), "all");
    expect([...written.keys()]).toEqual([...Object.keys(first), "charts/a/.generated"]);
    expect(remove).toEqual([]);
    expect(found()).toEqual(first);
    expect(existsSync(join(root, workFolder))).toBe(false);
  });

  test("removes what is no longer produced, folders that become empty too", async () => {
    await publish(root, produced(first), "all");
    await publish(root, produced(second), "all");
    expect(found()).toEqual(second);
    expect(existsSync(join(root, "values"))).toBe(false);
  });

  test("says and does nothing when nothing changes", async () => {
    await publish(root, produced(first), "all");
    const plan = await publish(root, produced(first), "all");
    expect([plan.write.size, plan.remove.length]).toEqual([0, 0]);
  });

  test("produces anew what was edited by hand", async () => {
    await publish(root, produced(first), "all");
    write("charts/a/one.yaml", "edited");
    await publish(root, produced(first), "all");
    expect(found()).toEqual(first);
  });

  test("leaves alone what it never wrote", async () => {
    write("charts/a/own.yaml", "own");
    write("values/own.yaml", "own");
    await publish(root, produced(first), "all");
    await publish(root, produced({}), "all");
    expect(found()).toEqual({ "charts/a/own.yaml": "own", "values/own.yaml": "own" });
  });

  test("refuses to overwrite what it never wrote, and changes nothing", async () => {
    write("charts/a/one.yaml", "own");
    await expect(publish(root, produced(first), "all")).rejects.toThrow(/overwrite them.*: charts\/a\/one\.yaml$/);
    expect(found()).toEqual({ "charts/a/one.yaml": "own" });
    expect(existsSync(join(root, workFolder))).toBe(false);
  });

  test.each([
    ["a folder with files of others", "charts/a/one.yaml/own", "charts/a/one.yaml/own"],
    ["a file where a folder must be", "charts/a/templates", "charts/a/templates"],
  ])("refuses to overwrite %s", async (_, path, named) => {
    write(path, "own");
    await expect(publish(root, produced(first), "all")).rejects.toThrow(
      `overwrite them; move or delete them: ${named}`,
    );
    expect(found()).toEqual({ [path]: "own" });
  });

  test("takes over a file that is the same already", async () => {
    write("charts/a/one.yaml", "1");
    await publish(root, produced(first), "all");
    expect(found()).toEqual(first);
  });

  test("considers one chart only, where it is told so", async () => {
    await publish(root, new Map([...produced(first), ...produced({ "charts/b/x": "x" }, "b")]), "all");
    await publish(root, produced(second), { only: "a" });
    expect(found()).toEqual({ ...second, "charts/b/x": "x" });
  });

  test("removes a chart that is no longer there", async () => {
    await publish(root, new Map([...produced(first), ...produced({ "charts/b/x": "x" }, "b")]), "all");
    await publish(root, produced(first), "all");
    expect(existsSync(join(root, "charts/b"))).toBe(false);
  });

  test("refuses a manifest that leads elsewhere", async () => {
    write("charts/a/.generated", "../other\n");
    await expect(publish(root, produced(first), "all")).rejects.toThrow(
      "charts/a/.generated lists ../other, which is never produced; delete that line",
    );
  });
});

describe("a run that was killed", () => {
  const dead = spawnSync("true").pid;

  /** What a run leaves that is killed once everything is prepared. */
  async function killedAfterPreparing(files: Produced): Promise<void> {
    const lease = await acquireLease(root);
    writeJournal(lease.folder, planOutput(root, files, "all"));
  }

  test("while it prepared is cleared away", async () => {
    await publish(root, produced(first), "all");
    for (const left of [`${dead}-00000000/${dead}-00000000/x`, `current/${dead}-11111111/written/0`])
      write(join(workFolder, left), "left");
    await publish(root, produced(second), "all");
    expect(found()).toEqual(second);
    expect(existsSync(join(root, workFolder))).toBe(false);
  });

  test("while it published is completed by the next", async () => {
    await publish(root, produced(first), "all");
    await killedAfterPreparing(produced(second));
    await publish(root, produced(second), "all");
    expect(found()).toEqual(second);
    expect(existsSync(join(root, workFolder))).toBe(false);
  });

  test("is completed even by a run that then fails", async () => {
    await publish(root, produced(first), "all");
    await killedAfterPreparing(produced(second));
    write("charts/a/five.yaml", "own");
    await expect(publish(root, produced({ ...second, "charts/a/five.yaml": "5" }), "all")).rejects.toThrow("five.yaml");
    expect(found()).toEqual({ ...second, "charts/a/five.yaml": "own" });
  });

  test.each([1, 2, 3, 4])("after %d of its steps is completed as well", async (steps) => {
    await publish(root, produced(first), "all");
    await killedAfterPreparing(produced(second));
    // The first steps of the journal, done by hand.
    const folder = join(root, workFolder, "current", readdirSync(join(root, workFolder, "current"))[0] ?? "");
    const done = [
      () => rmSync(join(root, "charts/a/templates"), { recursive: true }),
      () => rmSync(join(root, "values"), { recursive: true }),
      () => writeFileSync(join(root, "charts/a/templates"), "file"),
      () => rmSync(join(folder, "written/0")),
    ];
    for (const step of done.slice(0, steps)) step();
    await publish(root, produced(second), "all");
    expect(found()).toEqual(second);
  });
});

test("runs at the same time end in what one of them produces", async () => {
  const other = { "charts/a/one.yaml": "9", "charts/a/templates/two.yaml": "9", "values/other.yaml": "9" };
  const runs = Array.from({ length: 20 }, (_, index) =>
    publish(root, produced(index % 2 === 0 ? first : other), "all"),
  );
  await Promise.all(runs);
  expect([first, other]).toContainEqual(found());
  expect(existsSync(join(root, workFolder))).toBe(false);
});

test("difference", async () => {
  await publish(root, produced({ "charts/a/one.yaml": "1\n", "charts/a/two.yaml": "2\n" }), "all");
  const files = new Map([["charts/a/one.yaml", "9\n"]]);
  expect(
    difference(root, { ...planOutput(root, files, "all"), remove: ["charts/a/two.yaml"] }),
  ).toBe(`--- a/charts/a/one.yaml
+++ b/charts/a/one.yaml
@@ -1,1 +1,1 @@
-1
+9
--- a/charts/a/two.yaml
+++ /dev/null
@@ -1,1 +0,0 @@
-2
`);
});
