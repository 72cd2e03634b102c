import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { projectFolder } from "../paths.ts";

/**
 * The image that a chart names by default, by the path of its values, such as `workspace.gitSync.image`.
 *
 * @throws if the chart has no image there, or names no repository
 */
export async function chartImage(chart: string, path: string): Promise<string> {
  const folder = join(projectFolder, "charts", chart);
  const read = async (file: string): Promise<unknown> => parse(await readFile(join(folder, file), "utf8"));
  const image = [...path.split(".")].reduce(property, await read("values.yaml"));
  const [registry, repository, tag] = ["registry", "repository", "tag"].map((name) => property(image, name));
  if (typeof repository !== "string" || repository === "")
    throw new Error(`charts/${chart}/values.yaml names no image at ${path}: is that still the path of one?`);
  const version = tag === "" ? property(await read("Chart.yaml"), "appVersion") : tag;
  return `${registry === "" ? "" : `${registry}/`}${repository}:${version}`;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(name) : undefined;
}
