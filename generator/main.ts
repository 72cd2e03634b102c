import { runProgram } from "../command-line/program.ts";

await runProgram({
  command: "npm run gen",
  description: "Writes the charts and their profiles from the model in generator/charts.",
  options: {
    chart: { type: "string", argument: "NAME", description: "only this chart and its profiles" },
    out: {
      type: "string",
      argument: "DIR",
      description: "the folder to write charts/ and values/ into, the project's own by default",
    },
    check: {
      type: "boolean",
      description: "write nothing, print what would change, and exit with 1 if something would",
    },
    anew: { type: "boolean", description: "make also what an earlier run has made of the same sources" },
    quiet: { type: "boolean", description: "say nothing when all went well" },
  },
  run: async (given) => {
    // Imported here, so that a mistake in a model is reported like any other.
    const { generate } = await import("./generate.ts");
    const { loaders } = await import("./charts/loaders.ts");
    const { message, exitCode } = await generate(given, loaders);
    if (exitCode !== 0 || !given.quiet) process.stdout.write(message);
    return exitCode;
  },
});
