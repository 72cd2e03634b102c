import { styleText } from "node:util";

/** A text in a colour, where it goes to a terminal and nobody asked for none (NO_COLOR). */
export function coloured(colour: "red" | "green" | "yellow", text: string, stream: NodeJS.WriteStream): string {
  return styleText(colour, text, { stream });
}
