import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAllDocuments, stringify } from "yaml";
import { gitOpsCrdFiles } from "../../ci/schemas/crd-files.ts";
import { customResources } from "../../ci/schemas/custom-resources.ts";
import { apiVersionOf } from "../../ci/schemas/json-schema.ts";
import { charts } from "../../generator/charts/index.ts";
import { at } from "../../generator/importers/environment/rendered.ts";
import { isObject, type JsonObject } from "../../generator/values/json.ts";
import type { JsonValue } from "../../generator/values/json-schema.ts";
import { markdownFile } from "../documents/markdown-files.ts";
import { helms, runHelm } from "./helm.ts";
import { parseObjects } from "./kubernetes-object.ts";
import { chartFolder } from "./preset.ts";

const blocks = markdownFile("docs/gitops.md").blocks.filter(({ language }) => language === "yaml");
const objects = blocks.flatMap(({ text }) =>
  parseAllDocuments(text).flatMap((document): JsonObject[] => {
    const object: JsonValue = document.toJS();
    return isObject(object) ? [object] : [];
  }),
);

/** A release that an object asks for: of which chart, from where, and with which values. */
interface Asked {
  readonly title: string;
  readonly chart: string;
  readonly values: JsonValue;
}

const asked = objects.flatMap((object): Asked[] => {
  const title = (chart: JsonValue, from: string) => `${String(object["kind"])} of ${String(chart)} ${from}`;
  const source = at(object, "spec", "source");
  if (source) {
    const chart = String(at(source, "chart"));
    const from = String(at(source, "repoURL")).startsWith("https://") ? "from a repository" : "from a registry";
    return [{ title: title(chart, from), chart, values: at(source, "helm", "valuesObject") ?? {} }];
  }
  if (object["kind"] !== "HelmRelease") return [];
  const chart = String(at(object, "spec", "releaseName"));
  const from = at(object, "spec", "chart") ? "from a repository" : "from a registry";
  return [{ title: title(chart, from), chart, values: at(object, "spec", "values") ?? {} }];
});

test("there is an example for each chart, each tool and each way to publish charts", () => {
  const want = charts.flatMap(({ metadata: { name } }) =>
    ["Application", "HelmRelease"].flatMap((kind) =>
      ["a registry", "a repository"].map((from) => `${kind} of ${name} from ${from}`),
    ),
  );
  expect(asked.map(({ title }) => title).sort()).toEqual(want.sort());
});

describe("every object is one that its controller takes", async () => {
  const known = await customResources(await gitOpsCrdFiles(), { type: "object" });
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });

  test.each(
    objects.map((object) => [`${String(object["kind"])} ${String(at(object, "metadata", "name"))}`, object] as const),
  )("%s", (_, object) => {
    const found = known.find(({ gvk }) => apiVersionOf(gvk) === object["apiVersion"] && gvk.kind === object["kind"]);
    if (!found) throw new Error(`no CRD is known for ${String(object["apiVersion"])} ${String(object["kind"])}`);
    expect(ajv.validate(found.schema, object), ajv.errorsText()).toBe(true);
    // A field that there is not has to be seen, or the test above shows nothing.
    expect(ajv.validate(found.schema, { ...object, spec: { ...(object["spec"] as JsonObject), noField: 1 } })).toBe(
      false,
    );
  });
});

describe("rendered without a cluster", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "gitops-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(asked.flatMap((one) => helms.map((helm) => [one.title, helm, one] as const)))(
    "%s is the same twice in %s, and has no Secret",
    async (_, helm, { chart, values }) => {
      const file = join(folder, `${chart}-${helm}.yaml`);
      await writeFile(file, stringify(values));
      const words = ["template", chart, chartFolder(chart), "--namespace", chart, "--values", file];
      const [first, second] = [await runHelm(helm, ...words), await runHelm(helm, ...words)];
      expect({ ...first, stdout: "" }).toEqual({ succeeded: true, stdout: "", stderr: "" });
      expect(second.stdout).toBe(first.stdout);
      const rendered = parseObjects(first.stdout);
      expect(rendered.length).toBeGreaterThan(3);
      expect(rendered.filter(({ kind }) => kind === "Secret")).toEqual([]);
    },
  );
});
