/** The widest line, in columns. */
const width = 120;

/** JSON with what fits into a line on one line, which reads better and is read faster. */
export function printJson(content: unknown): string {
  return printed(content, 0).text;
}

interface Printed {
  readonly text: string;
  /** Whether it is on one line. */
  readonly short: boolean;
}

/** From the innermost parts on, so that each is printed once. */
function printed(content: unknown, indent: number): Printed {
  if (typeof content !== "object" || content === null) return { text: JSON.stringify(content), short: true };
  const isList = Array.isArray(content);
  const [open, close] = isList ? "[]" : "{}";
  const parts = isList
    ? content.map((item) => ({ key: "", value: printed(item, indent + 2) }))
    : Object.entries(content).map(([key, item]) => ({ key: JSON.stringify(key), value: printed(item, indent + 2) }));
  if (parts.every(({ value }) => value.short)) {
    const text = `${open}${parts.map(({ key, value }) => (key ? `${key}:${value.text}` : value.text)).join()}${close}`;
    if (text.length + indent <= width) return { text, short: true };
  }
  const inner = `\n${" ".repeat(indent + 2)}`;
  const lines = parts.map(({ key, value }) => `${inner}${key && `${key}: `}${value.text}`);
  return { text: `${open}${lines.join()}\n${" ".repeat(indent)}${close}`, short: false };
}
