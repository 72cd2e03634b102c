import { ModelError } from "../template/errors.ts";
import { width } from "../template/print/lines.ts";

/**
 * The text of a template.
 * @throws ModelError when the lines cannot be printed or one is too wide; it names the template and its model
 */
export function templateText(file: string, model: string, print: () => readonly string[]): string {
  const lines = named(file, model, print).map((line) => line.trimEnd());
  const wide = lines.findIndex((line) => line.length > width);
  if (wide >= 0)
    throw new ModelError(
      `${model}: line ${wide + 1} of ${file} is wider than ${width} columns; shorten what it is made of: ${lines[wide]}`,
    );
  return `${lines.join("\n")}\n`;
}

function named(file: string, model: string, print: () => readonly string[]): readonly string[] {
  try {
    return print();
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    throw new ModelError(`${model}: ${file} cannot be printed: ${error.message}`, { cause: error });
  }
}
