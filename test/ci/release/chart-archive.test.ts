import { gunzipSync } from "node:zlib";
import { unpackTar } from "modern-tar";
import { expect, test } from "vitest";
import { chartArchive } from "../../../ci/release/chart-archive.ts";
import { charts } from "../../../generator/charts/index.ts";
import { demo } from "../../generator/demo/chart.ts";

test.each(charts)(
  "nothing in the archive of $metadata.name tells when, where or by whom it was made",
  async (chart) => {
    const { content } = await chartArchive(chart);
    // The gzip header: no flags, thus no file name, and no time.
    expect([...content.subarray(0, 8)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
    const entries = await unpackTar(gunzipSync(content));
    const names = entries.map(({ header }) => header.name);
    expect(names[0]).toBe(`${chart.metadata.name}/Chart.yaml`);
    expect(names.slice(1)).toEqual(names.slice(1).toSorted());
    for (const { header } of entries) {
      expect(header).toMatchObject({ type: "file", mode: 0o644, uid: 0, gid: 0 });
      expect([header.uname ?? "", header.gname ?? ""]).toEqual(["", ""]);
      expect(header.mtime).toEqual(entries[0]?.header.mtime);
    }
  },
);

test.each(charts)("only what belongs into $metadata.name is in its archive", async (chart) => {
  const { name } = chart.metadata;
  const names = (await unpackTar(gunzipSync((await chartArchive(chart)).content))).map(({ header }) => header.name);
  const allowed = new RegExp(
    `^${name}/(Chart\\.yaml|values\\.yaml|values\\.schema\\.json|README\\.md|CHANGELOG\\.md|\\.helmignore|templates/.*)$`,
  );
  expect(names.filter((file) => !allowed.test(file))).toEqual([]);
});

test("the bytes depend on the chart alone", async () => {
  const [first, second] = [await chartArchive(demo), await chartArchive(demo)];
  expect(first.digest).toBe(second.digest);
  const [latest] = demo.releases;
  const dated = await chartArchive({ ...demo, releases: [{ ...latest, date: "2026-01-01" }] });
  expect(dated.digest).not.toBe(first.digest);
});
