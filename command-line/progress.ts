/** After how long an action is told of, and how often again where the output is no terminal, in milliseconds. */
const first = 1000;
const again = 20_000;

/** Runs an action, and tells on stderr what is going on once it takes longer than a second. */
export async function withProgress<T>(what: string, action: () => Promise<T>): Promise<T> {
  const { stderr } = process;
  const started = Date.now();
  const tell = (): void => {
    const line = `${what} (${Math.round((Date.now() - started) / 1000)} s)`;
    stderr.write(stderr.isTTY ? `\r${line}` : `${line}\n`);
  };
  let told = false;
  let interval: NodeJS.Timeout | undefined;
  const timeout = setTimeout(() => {
    told = true;
    tell();
    interval = setInterval(tell, stderr.isTTY ? first : again);
  }, first);
  try {
    return await action();
  } finally {
    clearTimeout(timeout);
    clearInterval(interval);
    if (told && stderr.isTTY) stderr.write("\n");
  }
}
