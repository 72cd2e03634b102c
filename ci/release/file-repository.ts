import { rmSync } from "node:fs";
import { access, constants, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { ensureFolder, hasCode } from "../../generator/output/folder.ts";
import { isRunning } from "../../generator/output/process.ts";
import { onExit } from "../on-exit.ts";
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
        throw fileProblem(error, folder, name);
      }
    },
    prepare: async () => {
      try {
        await refuseReadOnly(resolve(folder));
      } catch (error) {
        throw fileProblem(error, folder, "");
      }
    },
    write: async (name, content) => {
      const file = join(folder, name);
      const temporary = `${file}.${process.pid}.new`;
      const forget = onExit(() => rmSync(temporary, { force: true }));
      try {
        ensureFolder(dirname(file));
        await removeAbandoned(dirname(file));
        await writeFile(temporary, content);
        await rename(temporary, file);
      } catch (error) {
        throw fileProblem(error, folder, name);
      } finally {
        await rm(temporary, { force: true }).catch(() => undefined);
        forget();
      }
    },
  };
}

/** Of a folder that is not there yet, what it will be made in is asked. */
async function refuseReadOnly(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!hasCode(error, "ENOENT") || dirname(folder) === folder) throw error;
    await refuseReadOnly(dirname(folder));
  }
}

/** What runs that were killed were about to write; other runs may be writing still. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /\.(\d+)\.new$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** An error of the file system in words of somebody who publishes; of what is not known, as it is. */
export function fileProblem(error: unknown, folder: string, name: string): unknown {
  const file = join(folder, name);
  if (hasCode(error, "ENOTDIR", "EEXIST")) return new Error(`${folder} is no folder; name another place`);
  if (hasCode(error, "EISDIR", "ERR_FS_EISDIR"))
    return new Error(`${file} is a folder, where a file has to be; remove it`);
  if (hasCode(error, "ENOENT")) return new Error(`${folder} cannot be made a folder; name another place`);
  if (hasCode(error, "EROFS"))
    return new Error(`${file} cannot be written, as its file system is read-only; name another folder`);
  if (hasCode(error, "EACCES", "EPERM"))
    return new Error(`${file} may not be read or written; change its rights, or name another folder`);
  if (hasCode(error, "ENOSPC", "EDQUOT"))
    return new Error(`there is no room for ${file}; make some, or name another folder`);
  return error;
}
