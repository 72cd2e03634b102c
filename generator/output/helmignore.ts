import { manifestName } from "./manifest.ts";

/** Produced files, and folders ending in a slash, that lie in the chart's folder for people and tools. */
const ignored = [
  { path: "ci/", why: "Values for chart-testing." },
  { path: "editor.schema.json", why: "The schema for files that set some values only, which editors read." },
  { path: manifestName, why: "The list of produced files." },
] as const;

/** .helmignore: what lies in the chart's folder, and is no part of the packaged chart. */
export const helmignore = `${ignored.map(({ path, why }) => `# ${why}\n${path}\n`).join("")}# Left behind by editors and systems.
.DS_Store
*.orig
*.swp
*~
`;

/** Whether a produced file, by its path in the chart's folder, is part of the packaged chart. */
export function isPackaged(file: string): boolean {
  return !ignored.some(({ path }) => (path.endsWith("/") ? file.startsWith(path) : file === path));
}
