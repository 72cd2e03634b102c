import { mkdir, readlink, rename, symlink } from "node:fs/promises";
import { join, relative } from "node:path";
import { exists } from "../new-folder.ts";
import { toolsFolder } from "../paths.ts";
import { build, builtFile } from "./build.ts";
import { type Tool, type ToolName, toolNamed, toolNames } from "./catalogue.ts";
import { findOnPath } from "./on-path.ts";
import { type OnProgress, printProgress } from "./progress.ts";

const heartbeatSeconds = 20;
const installed = new Map<ToolName, Promise<string>>();

/**
 * The absolute path of a tool: an earlier build, else a program in PATH of exactly the pinned version, else built now.
 * The file has the program's own name (`helm` for helm4), so its folder can be put in front of PATH.
 */
export async function toolPath(name: ToolName): Promise<string> {
  await ensureTools([name], printProgress);
  return pathOf(name);
}

/** Makes the tools ready, building one after the other: Go uses every core for a single build already. */
export async function ensureTools(names: readonly ToolName[], onProgress: OnProgress): Promise<void> {
  const inOrder = toolNames.filter((name) => names.includes(name) && !installed.has(name));
  const missing: ToolName[] = [];
  for (const name of inOrder) {
    const file = await findInstalled(toolNamed(name));
    if (file === undefined) missing.push(name);
    else installed.set(name, Promise.resolve(file));
  }
  for (const [position, name] of missing.entries()) {
    // A concurrent call in this process may have started the same build meanwhile.
    if (!installed.has(name)) installed.set(name, buildTool(toolNamed(name), position + 1, missing.length, onProgress));
    try {
      await pathOf(name);
    } catch (error) {
      // So that a later call tries again.
      installed.delete(name);
      throw error;
    }
  }
}

async function pathOf(name: ToolName): Promise<string> {
  const path = installed.get(name);
  if (path === undefined) throw new Error(`Tool ${name} was not made ready. Call ensureTools with it first.`);
  return path;
}

async function findInstalled(tool: Tool): Promise<string | undefined> {
  const built = await builtFile(tool);
  const file = (await exists(built)) ? built : await findOnPath(tool);
  if (file !== undefined) await link(tool, file);
  return file;
}

async function buildTool(tool: Tool, index: number, total: number, onProgress: OnProgress): Promise<string> {
  const started = Date.now();
  const report = (state: "building" | "built"): void =>
    onProgress({
      tool: tool.name,
      version: tool.version,
      index,
      total,
      state,
      seconds: Math.round((Date.now() - started) / 1000),
    });
  report("building");
  const heartbeat = setInterval(() => report("building"), heartbeatSeconds * 1000);
  try {
    const file = await builtFile(tool);
    await build(tool, file);
    await link(tool, file);
    report("built");
    return file;
  } finally {
    clearInterval(heartbeat);
  }
}

/** .tools/bin/NAME is for people; a rename replaces the link in one step. */
async function link(tool: Tool, file: string): Promise<void> {
  const bin = join(toolsFolder, "bin");
  const place = join(bin, tool.name);
  const target = relative(bin, file);
  if ((await targetOf(place)) === target) return;
  await mkdir(bin, { recursive: true });
  const temporary = join(bin, `.${tool.name}-${process.pid}-${Date.now()}`);
  await symlink(target, temporary);
  await rename(temporary, place);
}

async function targetOf(place: string): Promise<string | undefined> {
  try {
    return await readlink(place);
  } catch {
    return undefined;
  }
}
