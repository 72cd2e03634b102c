import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Everything built or downloaded lives here; git ignores it and it may be deleted at any time. */
export const toolsFolder = join(projectFolder, ".tools");
