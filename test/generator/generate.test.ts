import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Loader, loaders } from "../../generator/charts/loaders.ts";
import { generate, type Options } from "../../generator/generate.ts";
import type { Chart } from "../../generator/topology/chart.ts";
import { demo, demoProfile } from "./demo/chart.ts";

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), "generate-"));
});
afterEach(() => rmSync(out, { recursive: true, force: true }));

const options = (changes: Partial<Options> = {}): Options => ({
  check: false,
  anew: false,
  out,
  ...changes,
});
const loaderOf = (chart: Chart): Loader => ({ name: chart.metadata.name, load: async () => chart });
const wrong: Chart = { ...demo, profiles: [{ ...demoProfile, values: { server: { replicas: 99 } } }] };

describe("generate", () => {
  test("writes, and is then up to date", async () => {
    expect((await generate(options(), [loaderOf(demo)])).message).toMatch(
      /^wrote charts\/demo\/.generated\n.*wrote values\/demo-large/s,
    );
    expect((await generate(options(), [loaderOf(demo)])).message).toBe("everything is up to date\n");
  });

  test("makes the same bytes whatever the locale and time zone", async () => {
    await generate(options(), [loaderOf(demo)]);
    const before = content();
    rmSync(out, { recursive: true });
    const { TZ, LC_ALL } = process.env;
    Object.assign(process.env, { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8" });
    await generate(options(), [loaderOf(demo)]);
    Object.assign(process.env, { TZ: TZ ?? "", LC_ALL: LC_ALL ?? "" });
    expect(content()).toEqual(before);
  });

  test("with --check shows what would change, and writes nothing", async () => {
    await generate(options(), [loaderOf(demo)]);
    writeFileSync(join(out, "charts/demo/Chart.yaml"), "edited\n");
    const outcome = await generate(options({ check: true }), [loaderOf(demo)]);
    expect(outcome.exitCode).toBe(1);
    expect(outcome.message).toMatch(
      /^--- a\/charts\/demo\/Chart\.yaml\n\+\+\+ b\/charts\/demo\/Chart\.yaml\n@@.*\n-edited\n/,
    );
    expect(readFileSync(join(out, "charts/demo/Chart.yaml"), "utf8")).toBe("edited\n");
  });

  test("with --check is content when nothing would change", async () => {
    await generate(options(), [loaderOf(demo)]);
    expect(await generate(options({ check: true }), [loaderOf(demo)])).toEqual({
      message: "nothing would change\n",
      exitCode: 0,
    });
  });

  test("leaves the former output whole when a model is wrong", async () => {
    await generate(options(), [loaderOf(demo)]);
    const before = content();
    await expect(generate(options(), [loaderOf(wrong)])).rejects.toThrow(/server\.replicas/);
    expect(content()).toEqual(before);
  });

  test("makes a chart of the same sources again only when somebody asks for it, and writes what is missing or differs", async () => {
    const made: string[] = [];
    const watched = loaders.map(({ name, load }) => ({
      name,
      load: () => {
        made.push(name);
        return load();
      },
    }));
    const [foxctl, arizuko] = watched.map(({ name }) => name);
    await generate(options({ anew: true }), watched);
    const before = content();
    expect(made.splice(0)).toEqual([foxctl, arizuko]);
    expect((await generate(options(), watched)).message).toBe("everything is up to date\n");
    expect(made).toEqual([]);
    writeFileSync(join(out, `charts/${arizuko}/values.yaml`), "edited\n");
    expect((await generate(options(), watched)).message).toBe(`wrote charts/${arizuko}/values.yaml\n`);
    rmSync(join(out, `charts/${foxctl}`), { recursive: true });
    await generate(options(), watched);
    expect(content()).toEqual(before);
    expect(made).toEqual([]);
  });

  test("knows charts by the names that they have", async () => {
    const charts = await Promise.all(loaders.map(({ load }) => load()));
    expect(charts.map(({ metadata }) => metadata.name)).toEqual(loaders.map(({ name }) => name));
  });

  test("names the charts there are", async () => {
    await expect(generate(options({ chart: "x" }), [loaderOf(demo)])).rejects.toThrow(
      'there is no chart "x"; there is demo',
    );
    expect(existsSync(join(out, "charts"))).toBe(false);
  });

  test("refuses two charts with one profile's name", async () => {
    const other = { ...demo, metadata: { ...demo.metadata, name: "other" } };
    await expect(generate(options(), [loaderOf(demo), loaderOf(other)])).rejects.toThrow(
      "values/demo-large.yaml is produced twice; rename a chart, a document or a profile",
    );
  });
});

function content(): Readonly<Record<string, string>> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(path, "utf8")]));
}
