import { levels } from "../../test/run/levels.ts";
import { startLevel } from "../../test/run/run-level.ts";
import type { Chapter } from "./figures.ts";

/** Each level of `npm test`, once. */
export async function measureLevels(): Promise<Chapter> {
  const series = [];
  for (const level of levels) {
    const { result } = await startLevel(level, false, "inherit");
    const { seconds } = await result;
    series.push({ name: `npm test -- --level ${level.name}`, milliseconds: [seconds * 1000] });
  }
  return {
    name: "levels",
    title: "Testing",
    paragraphs: ["The levels of `npm test`, each run once, with the pinned tools built before."],
    series,
    base: series[0]?.name ?? "",
    bars: [],
  };
}
