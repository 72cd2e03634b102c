/** Lines of a template. */
export type Lines = readonly string[];

/** The widest line that a template may have, in columns. */
export const width = 120;

export function pad(indent: number): string {
  return " ".repeat(indent);
}

/** Plain text, whatever braces are in it. */
export function escaped(text: string): string {
  return text.replaceAll("{{", '{{ "{{" }}');
}

/** An action on a line of its own, which leaves no line in what is rendered. */
export function action(indent: number, text: string): string {
  return `${pad(indent)}{{- ${text} }}`;
}

/** The lines with an end to the last of them. */
export function closed(lines: Lines, end: string): Lines {
  return lines.map((line, index) => (index === lines.length - 1 ? `${line}${end}` : line));
}
