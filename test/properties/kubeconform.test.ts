import { execa } from "execa";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type KubernetesVersion, kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { schemaArguments } from "../../ci/schemas/schema-locations.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf } from "../../generator/evaluate.ts";
import { budget } from "../fuzz/budget.ts";
import { draftsOf } from "../fuzz/draft.ts";

/** What kubeconform says of one object. */
interface Verdict {
  readonly status: "statusValid" | "statusInvalid" | "statusError" | "statusSkipped";
  readonly name: string;
  readonly kind: string;
  readonly msg: string;
}

describe.each(Object.keys(kubernetesVersions) as KubernetesVersion[])("Kubernetes %s", (version) => {
  test.each(charts)("what $metadata.name makes of values made up by chance fits the schemas", async (chart) => {
    const { name } = chart.metadata;
    const drafts = draftsOf(name);
    const evaluate = evaluatorOf(chart);
    const { seed, numRuns } = budget(`${name}: kubeconform`, 100);
    const objects = fc.sample(drafts.arbitrary, { seed, numRuns }).flatMap(({ preset, changes }) => {
      // The CRDs of today's External Secrets know no older version of its API.
      const known = changes.filter(({ path }) => path.join(".") !== "externalSecrets.apiVersion");
      const values = drafts.valuesOf({ preset, changes: known });
      return [...evaluate({ name, namespace: "tests", values }).values()].flat();
    });
    const schemas = await schemaArguments(version);
    const { stdout } = await execa(
      await toolPath("kubeconform"),
      ["-strict", "-verbose", "-output", "json", ...schemas, "-"],
      { input: objects.map((object) => `${yamlJson(object)}\n`).join("---\n"), reject: false },
    );
    const { resources }: { resources: readonly Verdict[] } = JSON.parse(stdout);
    expect(resources.length).toBe(objects.length);
    const problems = resources
      .filter(({ status, msg }) => status !== "statusValid" && !isAboutForm(msg))
      .map(({ kind, name: of, msg }) => `${kind} ${of}: ${msg}`);
    expect(problems).toEqual([]);
  });
});

/** Forms of texts are left to the API server: see generator/kubernetes/patterns.ts. */
function isAboutForm(message: string): boolean {
  return message.split("\n- at ").every((complaint) => /does not match pattern/.test(complaint));
}

/** JSON that a YAML parser takes for what it is, whatever characters are in its texts: it knows no escaped surrogates. */
function yamlJson(value: object): string {
  return JSON.stringify(value).replace(
    /[\u007f-\ud7ff\ue000-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
