import fc from "fast-check";
import { charts } from "../../generator/charts/index.ts";
import { evaluatorOf } from "../../generator/evaluate.ts";
import { chartFolder } from "../../test/charts/preset.ts";
import { draftsOf } from "../../test/fuzz/draft.ts";
import { toolPath } from "../tools/install.ts";
import { atLeast, type Chapter } from "./figures.ts";
import { inTurn, timed } from "./in-turn.ts";
import { minimum } from "./statistics.ts";

const perRound = 50;
const fuzzed = 200;

/** The evaluator, which renders without Helm, beside a process of Helm: with defaults, and with values made up by chance. */
export async function measureEvaluator(rounds: number): Promise<Chapter> {
  const helm = await toolPath("helm4");
  const parts = [];
  for (const chart of charts) {
    const { name } = chart.metadata;
    const evaluate = evaluatorOf(chart);
    const render = (values: Readonly<Record<string, unknown>>) => evaluate({ name, namespace: "bench", values });
    const drafts = draftsOf(name);
    const samples = fc.sample(drafts.arbitrary, { numRuns: fuzzed, seed: 1 }).map(drafts.valuesOf);
    // As warm as it is after a second of work.
    for (let round = 0; round < 4; round++) samples.forEach(render);
    const [whole] = await inTurn(
      [{ name: `helm template, ${name}`, file: helm, words: ["template", name, chartFolder(name)] }],
      rounds,
    );
    const plain: number[] = [];
    const random: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const repeat = () => {
        for (let index = 0; index < perRound; index++) render({});
      };
      plain.push((await timed(repeat)) / perRound);
      const started = processorTime();
      samples.forEach(render);
      random.push((processorTime() - started) / samples.length);
    }
    parts.push({ name, helm: whole?.milliseconds ?? [], plain, random });
  }
  const [first] = parts;
  return {
    name: "evaluator",
    title: "Rendering with the evaluator",
    paragraphs: [
      "The evaluator renders from the tree that templates are printed from, in one warm process, which tests and web " +
        "pages can do for each change of a value. Values made up by chance are those of the differential tests: a profile " +
        "with up to 40 values changed, and are measured in processor time, since the bar is one for a core.",
    ],
    series: parts.flatMap(({ name, helm: milliseconds, plain, random }) => [
      { name: `helm template, ${name}`, milliseconds },
      { name: `evaluator, ${name}`, milliseconds: plain },
      { name: `evaluator, ${name}, values by chance`, milliseconds: random },
    ]),
    base: `helm template, ${first?.name}`,
    bars: parts.flatMap(({ name, helm: milliseconds, plain, random }) => [
      atLeast(
        `${name}: helm template, compared with the evaluator`,
        minimum(milliseconds) / minimum(plain),
        50,
        " times",
      ),
      atLeast(`${name}: renders of values by chance on one core`, 1000 / minimum(random), 1000, " a second"),
    ]),
  };
}

/** Milliseconds that this thread has worked. */
function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
