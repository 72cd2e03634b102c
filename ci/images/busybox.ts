import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { execa } from "execa";
import { isExecutable } from "../executable.ts";
import type { Entry } from "./layer.ts";

const remedy = "Install Debian's busybox-static, or run .ci/run, which does.";

/** What a shell script finds in an image: busybox, with a link for each of its commands but those left out. */
export async function busybox(without: readonly string[] = []): Promise<readonly Entry[]> {
  const file = await find();
  const { stdout } = await execa(file, ["--list"]);
  const commands = stdout.split("\n").filter((name) => name !== "busybox" && !without.includes(name));
  return [
    { path: "/bin/busybox", content: await readFile(file) },
    ...commands.map((name): Entry => ({ path: `/bin/${name}`, linkTo: "busybox" })),
  ];
}

/** The first busybox in PATH that needs no libraries, which images do not have. */
async function find(): Promise<string> {
  const { PATH = "" } = process.env;
  for (const folder of PATH.split(delimiter)) {
    const file = join(folder, "busybox");
    if ((await isExecutable(file)) && isStatic(await readFile(file))) return file;
  }
  throw new Error(`A static busybox is needed in images and was not found in PATH. ${remedy}`);
}

/** Whether a 64-bit ELF program names no interpreter, which is what loads libraries. */
function isStatic(program: Buffer): boolean {
  const interpreter = 3;
  const [offset, size, count] = [
    Number(program.readBigUInt64LE(32)),
    program.readUInt16LE(54),
    program.readUInt16LE(56),
  ];
  const types = Array.from({ length: count }, (_, index) => program.readUInt32LE(offset + index * size));
  return !types.includes(interpreter);
}
