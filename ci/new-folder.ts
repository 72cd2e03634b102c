import { rmSync } from "node:fs";
import { access, chmod, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { onExit } from "./on-exit.ts";

/**
 * Makes a folder that is there whole or not at all: it is filled to one side and then renamed. Whoever is interrupted
 * leaves nothing behind, and of two that make the same folder at once the second keeps the result of the first.
 */
export async function makeFolder(folder: string, fill: (temporary: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const temporary = await mkdtemp(`${folder}.new-`);
  const forget = onExit(() => rmSync(temporary, { recursive: true, force: true }));
  try {
    await fill(temporary);
    // Temporary folders are private; this one is for every user of the checkout.
    await chmod(temporary, 0o755);
    await rename(temporary, folder);
  } catch (error) {
    if (!(await exists(folder))) throw error;
  } finally {
    await rm(temporary, { recursive: true, force: true });
    forget();
  }
}

export async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
