import { createInterface } from "node:readline";
import { execa } from "execa";
import { toolPath } from "../../ci/tools/install.ts";
import type { Release } from "../../generator/evaluate.ts";
import type { Helm } from "./helm.ts";
import type { KubernetesObject } from "./kubernetes-object.ts";
import { chartFolder } from "./preset.ts";

/** Helm's own packages, kept in one process with one chart: see ci/tools/modules/render. */
export interface HelmEngine {
  /**
   * The objects that each template prints, by its file below `templates/`.
   * @throws Error when Helm refuses the values or cannot render them, or prints what is no YAML
   */
  readonly render: (release: Release) => Promise<Objects>;
  /** The same with NOTES.txt. */
  readonly install: (release: Release) => Promise<Installed>;
  readonly stop: () => Promise<void>;
}

/** What an install makes and tells. */
export interface Installed {
  readonly objects: Objects;
  readonly notes: string;
}

/** Objects by the file below `templates/` that prints them. */
export type Objects = Readonly<Record<string, readonly KubernetesObject[]>>;

interface Answer {
  readonly files?: Objects;
  readonly notes?: string;
  readonly error?: string;
}

/** @param unchecked whether values are taken as they are: to check them takes as long as to render them */
export async function startHelmEngine(helm: Helm, chart: string, unchecked = false): Promise<HelmEngine> {
  // Little of what it makes lives on, so there is little to gain from collecting garbage often.
  const env = { GOGC: "1600" };
  const child = execa(await toolPath(`${helm}-render`), [chartFolder(chart)], { buffer: false, env });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const install = async ({ name, namespace, values, secrets }: Release): Promise<Installed> => {
    child.stdin.write(`${JSON.stringify({ name, namespace, values, unchecked, secrets })}\n`);
    const { value, done } = await answers.next();
    if (done) throw new Error(`the renderer of ${helm} ended before it answered`);
    const { files = {}, notes = "", error }: Answer = JSON.parse(value);
    if (error !== undefined) throw new Error(`${helm}: ${error}`);
    const named = Object.entries(files).map(([file, objects]) => [file.replace(`${chart}/templates/`, ""), objects]);
    return { objects: Object.fromEntries(named), notes };
  };
  return {
    install,
    render: async (release) => (await install(release)).objects,
    stop: async () => {
      child.stdin.end();
      await child;
    },
  };
}
