import { performance } from "node:perf_hooks";
import { modelProblems } from "../../generator/check/problems.ts";
import { chartFiles } from "../../generator/output/chart-files.ts";
import { growthModel } from "./growth-model.ts";

/** Makes everything of the model of so many components, once, and prints what that took: a process of its own, for its memory. */
const components = Number(process.argv[2]);
const started = performance.now();
const chart = growthModel(components);
const problems = modelProblems(chart);
if (problems.length > 0) throw new Error(problems.join("\n"));
const files = chartFiles(chart);
const milliseconds = performance.now() - started;
// In kibibytes; see the Node documentation, process.resourceUsage().
const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ files: files.size, milliseconds, megabytes }));
