import { hasCode } from "./folder.ts";

/** Whether a process runs, be it somebody else's; see the Node documentation, "process.kill", on the signal 0. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, "EPERM");
  }
}
