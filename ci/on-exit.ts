const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const cleanups = new Set<() => void>();
let isListening = false;

/** Runs a synchronous clean-up when this program ends, by itself or by a signal; returns how to take it back. */
export function onExit(cleanup: () => void): () => void {
  listen();
  cleanups.add(cleanup);
  return () => {
    cleanups.delete(cleanup);
  };
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  process.once("exit", runAll);
  for (const signal of signals) {
    process.once(signal, () => {
      runAll();
      // The handler is gone by now, so that the signal ends the program as it would have without it.
      process.kill(process.pid, signal);
    });
  }
}

function runAll(): void {
  for (const cleanup of cleanups) cleanup();
  cleanups.clear();
}
