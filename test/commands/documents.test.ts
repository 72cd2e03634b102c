import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { createNamespace } from "../../ci/cluster/namespace.ts";
import { ociImage } from "../../ci/images/oci-layout.ts";
import { standInImages } from "../../ci/images/stand-ins.ts";
import { type Block, fileOf, isCommands } from "../documents/blocks.ts";
import { markdownFiles } from "../documents/markdown-files.ts";
import { patience } from "../patience.ts";
import { cluster } from "./cluster.ts";
import { prepare } from "./releases.ts";
import { newWorkplace, removeWorkplace, run, stateOf, type Workplace } from "./workplace.ts";

const all = await markdownFiles();

/** Chapters, sections and programs that tests of their own run, in the circumstances that they are for. */
const inTheirOwnTests: Readonly<Record<string, string>> = {
  "Backup and restore": "test/node/backup.test.ts and foxctl-backup.test.ts, test/cluster/database.test.ts",
  "From the Kustomize overlays": "test/cluster/overlays.test.ts",
  "From a repository": "test/release/readme.test.ts",
  "What no value reaches": "test/charts/guide/post-rendering.test.ts",
  psql: "test/cluster/database.test.ts",
};
const isElsewhere = ({ chapter, heading, text }: Block) =>
  [chapter, heading, text.split(" ")[0] ?? ""].some((name) => Object.hasOwn(inTheirOwnTests, name));

/** What is done for a document: commands are run, and files written that the text above them names. */
const isStep = (block: Block) =>
  block.outside === undefined && !isElsewhere(block) && (isCommands(block) || fileOf(block) !== undefined);
const withCommands = all.filter(({ blocks }) => blocks.some((block) => isStep(block) && isCommands(block)));

const advice =
  "Mend the commands; or, where they need what no test has, write above the fence what that is: <!-- outside: a phone -->";

describe.each(withCommands)("$path", ({ path, blocks }) => {
  let place: Workplace;
  beforeAll(async () => {
    const namespace = path
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .replace(/^-|-md$/g, "");
    // One of arizuko's profiles has an engine in its pod.
    await createNamespace(cluster, namespace, "privileged");
    place = await newWorkplace(namespace);
    await writeFile(join(place.folder, "my-values.yaml"), "{}\n");
    const [image] = await standInImages();
    if (image) await writeFile(join(place.folder, "image.tar"), await ociImage(image));
  });
  afterAll(async () => {
    await kubectl(cluster, ["delete", "namespace", place.namespace, "--wait=false"]);
    await removeWorkplace(place);
  });

  const steps = blocks.filter(isStep);

  test.each(steps.map((block): [string, Block] => [titleOf(block), block]))(
    "%s",
    async (_, block) => {
      const file = fileOf(block);
      if (file !== undefined) await writeFile(join(place.folder, file), block.text);
      if (!isCommands(block)) return;
      try {
        await prepare(place, block);
        await run(place, filledIn(block.text));
      } catch (error) {
        const problem = error instanceof Error ? error.message.trim() : String(error);
        throw new Error(`${block.document}:${block.line}: ${problem}\n${advice}\n${await stateOf(place)}`);
      }
    },
    2 * patience,
  );
});

/** What a reader would write in place of VALUE: a text that has the form of every credential. */
function filledIn(text: string): string {
  return text.replaceAll(/\bVALUE\b/g, "1:test");
}

function titleOf({ line, heading, text }: Block): string {
  return `line ${line}, ${heading}: ${text.split("\n")[0] ?? ""}`;
}

test("commands that nobody tries are few, and say what they need", () => {
  const commands = all.flatMap(({ blocks }) => blocks.filter(isCommands));
  const outside = commands.filter((block) => block.outside !== undefined);
  const lines = outside.map(({ document, line, outside: needs }) => `  ${document}:${line}: ${needs}\n`);
  process.stdout.write(
    `${outside.length} of ${commands.length} blocks of commands need the outside:\n${lines.join("")}`,
  );
  expect(outside.filter((block) => !block.outside?.trim())).toEqual([]);
  expect(outside.length).toBeLessThan(commands.length * 0.25);
});
