import { describe, expect, inject, test } from "vitest";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { projectFolder } from "../../ci/paths.ts";
import { foxctl } from "../../generator/charts/foxctl/chart.ts";
import { commandsOf } from "../charts/guide/guide-blocks.ts";
import { type Helm, helms, template } from "../charts/helm.ts";
import { type KubernetesObject, parseObjects } from "../charts/kubernetes-object.ts";
import { type Preset, plainPresets } from "../charts/preset.ts";
import { newRelease } from "./server.ts";
import { runScript } from "./shell.ts";

/** What the overlays put on every object and into every selector (reference foxctl.md, section 1). */
const overlayLabels = { "app.kubernetes.io/part-of": "foxctl", "app.kubernetes.io/managed-by": "kustomize" };

const kinds = ["Deployment", "Service", "PodDisruptionBudget", "ConfigMap", "ServiceAccount", "CronJob"];

const preset = plainPresets.find(({ name }) => name === "postgres") as Preset;

describe("what the overlays of foxctl made becomes a release by the guide's commands", () => {
  const server = inject("server");

  test.each(helms)("%s", async (helm) => {
    const chart = parseObjects(await template(helm, preset));
    const { namespace } = await newRelease(server, preset, `overlays-${helm}`);
    const before = chart.filter(({ kind }) => kinds.includes(kind)).map(asOverlay);
    await kubectl(server, ["apply", "--namespace", namespace, "--filename", "-"], JSON.stringify(listOf(before)));
    expect(await labelled(server, namespace, "kustomize")).not.toEqual([]);

    await run(server, namespace, helm);

    expect(await labelled(server, namespace, "kustomize")).toEqual([]);
    for (const { kind, metadata, ...wanted } of chart.filter(({ kind: one }) => kinds.slice(0, 3).includes(one))) {
      const text = await kubectl(server, ["get", kind, metadata.name, "--namespace", namespace, "--output", "json"]);
      expect(selectorOf(JSON.parse(text)), `${kind} ${metadata.name}`).toEqual(selectorOf(wanted));
    }
  });
});

/** The commands of the guide that delete and install, in a shell whose kubectl and Helm are for the namespace. */
async function run(server: ClusterAccess, namespace: string, helm: Helm): Promise<void> {
  const chapter = foxctl.guide.filter(({ title }) => title === "From the Kustomize overlays");
  const commands = commandsOf({ ...foxctl, guide: chapter }).filter((line) =>
    /^(kubectl delete|helm install) /.test(line),
  );
  expect(commands).toHaveLength(3);
  const text = commands.join("\n");
  // As the guide says, Helm 3 knows no such option.
  const script = helm === "helm3" ? text.replace(" --force-conflicts", "") : text;
  await runScript({ server, namespace, helm, folder: projectFolder }, script);
}

/** An object of the chart's as an overlay would have made it: by the same name, with the overlay's labels and selectors. */
function asOverlay(object: KubernetesObject): object {
  return JSON.parse(JSON.stringify(object), (key, value) => {
    if (key === "annotations") return undefined;
    const isLabels = key === "labels" || key === "matchLabels" || (key === "selector" && !("matchLabels" in value));
    if (!isLabels || typeof value !== "object") return value;
    const { "app.kubernetes.io/name": name, "app.kubernetes.io/component": component } = value;
    const own = { "app.kubernetes.io/name": name, ...(component && { "app.kubernetes.io/component": component }) };
    return { ...own, ...overlayLabels };
  });
}

function listOf(items: readonly object[]): object {
  return { apiVersion: "v1", kind: "List", items };
}

function selectorOf(object: object): unknown {
  const { spec } = object as { spec: { selector: unknown } };
  return spec.selector;
}

async function labelled(server: ClusterAccess, namespace: string, manager: string): Promise<readonly string[]> {
  const selector = `app.kubernetes.io/managed-by=${manager}`;
  const all = kinds.join(",").toLowerCase();
  const words = ["get", all, "--namespace", namespace, "--selector", selector, "--output", "name"];
  return (await kubectl(server, words)).split("\n").filter(Boolean);
}
