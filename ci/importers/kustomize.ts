import { existsSync } from "node:fs";
import { execa } from "execa";
import { parseAllDocuments } from "yaml";
import { isObject, type JsonObject } from "../../generator/values/json.ts";
import { toolPath } from "../tools/install.ts";

/**
 * The objects of a Kustomize overlay, as kubectl renders it.
 * @throws Error when there is no such folder, or with what kubectl complains about
 */
export async function renderOverlay(folder: string): Promise<readonly JsonObject[]> {
  if (!existsSync(folder)) throw new Error(`${folder}: there is no such folder`);
  const { failed, stdout, stderr, shortMessage } = await execa(await kubectl(), ["kustomize", folder], {
    reject: false,
  });
  if (failed) throw new Error(`${folder}: ${stderr.trim() || shortMessage}`);
  return parseAllDocuments(stdout).flatMap((document) => {
    const object = document.toJS();
    return isObject(object ?? null) ? [object] : [];
  });
}

/** The kubectl that people have will do: only what renders overlays is asked of it. */
async function kubectl(): Promise<string> {
  const { failed } = await execa("kubectl", ["kustomize", "--help"], { reject: false });
  return failed ? toolPath("kubectl") : "kubectl";
}
