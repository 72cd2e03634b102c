import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { hasCode } from "../../generator/output/folder.ts";
import type { Repository } from "./repository.ts";

/** A folder that some web server shows, such as a checkout of the branch for GitHub Pages. */
export function fileRepository(folder: string): Repository {
  return {
    place: folder,
    read: async (name) => {
      try {
        return await readFile(join(folder, name));
      } catch (error) {
        if (hasCode(error, "ENOENT")) return undefined;
        throw told(error, folder, name);
      }
    },
    write: async (name, content) => {
      const file = join(folder, name);
      const temporary = `${file}.${process.pid}.new`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(temporary, content);
        await rename(temporary, file);
      } catch (error) {
        throw told(error, folder, name);
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
  };
}

/** An error of the file system in words of somebody who publishes; of what is not known, as it is. */
function told(error: unknown, folder: string, name: string): unknown {
  if (hasCode(error, "ENOTDIR", "EEXIST")) return new Error(`${folder} is no folder; name another place`);
  if (hasCode(error, "EISDIR"))
    return new Error(`${join(folder, name)} is a folder, where a file has to be; remove it`);
  if (hasCode(error, "EACCES", "EPERM", "EROFS"))
    return new Error(`${join(folder, name)} may not be read or written; change its rights, or name another folder`);
  return error;
}
