/** The widest line, in columns. */
const width = 120;

/** JSON with what fits into a line on one line, which reads better and is read faster. */
export function printJson(content: unknown, indent = 0): string {
  const line = JSON.stringify(content);
  if (typeof content !== "object" || content === null || line.length + indent <= width) return line;
  const inner = " ".repeat(indent + 2);
  const parts = Array.isArray(content)
    ? content.map((item) => printJson(item, indent + 2))
    : Object.entries(content).map(([key, value]) => `${JSON.stringify(key)}: ${printJson(value, indent + 2)}`);
  const [open, close] = Array.isArray(content) ? "[]" : "{}";
  return `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${" ".repeat(indent)}${close}`;
}
