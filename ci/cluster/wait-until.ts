import { setTimeout } from "node:timers/promises";

/** Asks again and again, less often as time goes on, until the condition holds; false when it did not in time. */
export async function waitUntil(condition: () => Promise<boolean>, timeoutMilliseconds: number): Promise<boolean> {
  const started = Date.now();
  for (let waited = 0; waited < timeoutMilliseconds; waited = Date.now() - started) {
    if (await condition()) return true;
    // What is asked is often a process, and many of them would slow down what is waited for.
    await setTimeout(Math.min(100 + waited / 16, 1000));
  }
  return false;
}
