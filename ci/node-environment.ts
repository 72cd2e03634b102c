import { join } from "node:path";
import { toolsFolder } from "./paths.ts";

/** For programs in TypeScript that are started many times: Node keeps what it made of them, which halves their start. */
export const nodeEnvironment = { NODE_COMPILE_CACHE: join(toolsFolder, "compile-cache") } as const;
