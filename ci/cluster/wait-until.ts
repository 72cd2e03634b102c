import { setTimeout } from "node:timers/promises";

/** Asks again and again until the condition holds; false when it did not in time. */
export async function waitUntil(condition: () => Promise<boolean>, timeoutMilliseconds: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMilliseconds;
  while (Date.now() < deadline) {
    if (await condition()) return true;
    await setTimeout(100);
  }
  return false;
}
