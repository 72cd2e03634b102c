import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
  readonly depNameTemplate?: string;
}

const read = (file: string): string => readFileSync(join(projectFolder, file), "utf8");
const { customManagers }: { readonly customManagers: readonly Manager[] } = JSON.parse(read("renovate.json"));

/** What the managers find in a file: the text of each match, its version, and what that is a version of. */
function found(file: string): readonly { readonly match: string; readonly version: string; readonly name: string }[] {
  const text = read(file);
  return customManagers
    .filter(({ managerFilePatterns }) => managerFilePatterns.some((form) => new RegExp(form.slice(1, -1)).test(file)))
    .flatMap(({ matchStrings, depNameTemplate }) =>
      matchStrings.flatMap((form) =>
        [...text.matchAll(new RegExp(form, "g"))].map(({ 0: match, groups = {} }) => ({
          match,
          version: groups["currentValue"] ?? "",
          name: groups["depName"] ?? depNameTemplate ?? "",
        })),
      ),
    );
}

/** What stands in a file as a pinned version; the first group is the version. */
const pins: readonly { readonly where: string; readonly form: RegExp; readonly except?: RegExp }[] = [
  { where: "generator/charts/**/*.ts", form: /\btag: "([^"]*\d[^"]*)"/g },
  {
    where: "ci/tools/catalogue.ts",
    form: /\bversion: "([0-9.]+)",\s+module: "[^"]+",\s+package: "[^"]+"/g,
    // Programs of this project have the version of the module that they are made of, and Kubernetes moves by hand.
    except: /package: "(?:\.|sigs\.k8s\.io\/)/,
  },
  { where: "ci/tools/catalogue.ts", form: /[vV]ersion = "([0-9.]+)/g },
  { where: ".github/workflows/*.yaml", form: /\bgo-version: ([0-9.]+)/g },
];

const files = (pattern: string): readonly string[] => globSync(pattern, { cwd: projectFolder });

test.each(pins)("Renovate finds what $where pins as $form", ({ where, form, except }) => {
  const pinned = files(where).flatMap((file) => {
    const versions = found(file);
    return [...read(file).matchAll(form)]
      .filter(([match]) => !except?.test(match))
      .map(({ 0: match, 1: version }) => ({
        pin: `${file}: ${match}`,
        // The expression may begin before the pin, or leave out its end, such as a folder of a package.
        isFound: versions.some(
          (one) =>
            one.version === version && one.name !== "" && (one.match.includes(match) || match.includes(one.match)),
        ),
      }));
  });
  expect(pinned.length).toBeGreaterThan(0);
  expect(pinned.filter(({ isFound }) => !isFound).map(({ pin }) => pin)).toEqual([]);
});

test("each expression of Renovate's finds something", () => {
  for (const { managerFilePatterns, matchStrings } of customManagers) {
    const texts = ["ci/tools/*.ts", "generator/charts/**/*.ts", ".github/workflows/*.yaml"]
      .flatMap(files)
      .filter((file) => managerFilePatterns.some((form) => new RegExp(form.slice(1, -1)).test(file)))
      .map(read);
    for (const form of matchStrings)
      expect(
        texts.filter((text) => new RegExp(form).test(text)),
        form,
      ).not.toEqual([]);
  }
});

test("actions are pinned by digest, and what that is a version of", () => {
  const uses = files(".github/workflows/*.yaml").flatMap((file) => read(file).match(/uses: [^.\n].*/g) ?? []);
  expect(uses.length).toBeGreaterThan(0);
  for (const use of uses) expect(use).toMatch(/@[0-9a-f]{40} # v\d+/);
});
