import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { unless } from "./folder.ts";
import { byCodeUnits } from "./produced.ts";

/**
 * A digest of all that each chart is made from and checked by: Node, the installed packages, what was released last, and
 * every file of the generator save those of other charts, of which none is imported.
 */
export function originsOf(project: string): ReadonlyMap<string, string> {
  const files = [...filesIn(project, "generator"), ...filesIn(project, "released"), "node_modules/.package-lock.json"];
  const lines = files.map((path) => ({ path, line: `${digestOfFile(project, path)} ${path}` }));
  const folders = files.filter((path) => /^generator\/charts\/[^/]+\/chart\.ts$/.test(path)).map(dirname);
  return new Map(
    folders.map((folder) => {
      const others = folders.filter((other) => other !== folder);
      const own = lines.filter(({ path }) => !others.some((other) => path.startsWith(`${other}/`)));
      return [basename(folder), digest([process.version, ...own.map(({ line }) => line)].join("\n"))];
    }),
  );
}

function filesIn(project: string, folder: string): readonly string[] {
  const entries = unless(["ENOENT"], () => readdirSync(join(project, folder), { withFileTypes: true })) ?? [];
  return entries
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesIn(project, path) : [path];
    })
    .sort(byCodeUnits);
}

function digestOfFile(project: string, path: string): string {
  return digest(unless(["ENOENT"], () => readFileSync(join(project, path))) ?? "absent");
}

function digest(content: string | Uint8Array): string {
  return hash("sha256", content, "hex");
}
