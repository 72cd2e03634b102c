import { expect, test } from "vitest";
import { chartArchive } from "../../../ci/release/chart-archive.ts";
import { parseIndex, printIndex, withArchives } from "../../../ci/release/index-file.ts";
import { landingPage } from "../../../ci/release/landing-page.ts";
import { demo } from "../../generator/demo/chart.ts";

const first = new Date("2026-01-01T00:00:00Z");
const later = new Date("2026-02-01T00:00:00Z");

function version(number: string, description = demo.metadata.description): typeof demo {
  return { ...demo, metadata: { ...demo.metadata, version: number, description } };
}

const old = await chartArchive(version("0.9.0"));
const latest = await chartArchive(version("0.10.0"));

test("versions are added, the newest first, and those that are there stay as they are", () => {
  const one = withArchives(undefined, [old], first);
  const two = withArchives(one, [old, latest], later);
  expect(two.entries["demo"]?.map((entry) => entry.version)).toEqual(["0.10.0", "0.9.0"]);
  expect(two.entries["demo"]?.[1]).toEqual(one.entries["demo"]?.[0]);
  expect(two.generated).toBe(later.toISOString());
});

test("charts and fields of others stay", () => {
  const foreign = `apiVersion: v1
entries:
  other:
    - { name: other, version: 1.0.0, digest: abc, created: 2020-01-01T00:00:00Z, urls: [other.tgz], removed: true }
generated: 2020-01-01T00:00:00Z
serverInfo: { contextPath: /x }
`;
  const index = withArchives(parseIndex(foreign, "index.yaml"), [old], first);
  expect(Object.keys(index.entries)).toEqual(["demo", "other"]);
  expect(index.entries["other"]?.[0]).toMatchObject({ digest: "abc", removed: true });
  expect(parseIndex(printIndex(index), "index.yaml")).toMatchObject({ serverInfo: { contextPath: "/x" } });
});

test("an index with all of it stays the same to the last byte", () => {
  const text = printIndex(withArchives(undefined, [old], first));
  expect(printIndex(withArchives(parseIndex(text, "index.yaml"), [old], later))).toBe(text);
});

test("a released version with other content is refused", async () => {
  const other = await chartArchive(version("0.9.0", "Something else."));
  const index = withArchives(undefined, [old], first);
  expect(() => withArchives(index, [other], later)).toThrow("demo 0.9.0 is released with other content");
});

test.each([
  "",
  "entries: {}",
  // Cut off between two versions.
  "apiVersion: v1\nentries: { a: [{ version: 1.0.0, digest: abc }] }",
  "apiVersion: v1\nentries: [1]",
  "apiVersion: v1\nentries: { a: [{ version: x }] }",
  "<html>",
  "{",
])("%j is not taken for an empty index", (text) => {
  expect(() => parseIndex(text, "the file")).toThrow(/^the file is (no index|not YAML)/);
});

test("a version that is wrong is named", () => {
  const text = "apiVersion: v1\nentries: { a: [{ version: 1.0.0, digest: abc }, { version: 0.9.0 }] }\ngenerated: x\n";
  expect(() => parseIndex(text, "the file")).toThrow("entry 2 of a has no digest; mend that, or name another place");
});

test("a version whose time and addresses are left out has a place on the page", () => {
  const text = "apiVersion: v1\nentries: { a: [{ name: a, version: 1.0.0, digest: abc }] }\ngenerated: x\n";
  expect(landingPage(parseIndex(text, "the file"), false)).toContain("helm install a charts/a --version 1.0.0");
});
