import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import type { Case } from "./case.ts";
import type { Level } from "./level.ts";
import type { Output } from "./program.ts";
import { runLevels } from "./run-levels.ts";

const passed: Case = { name: "fine", outcome: "passed" };

function level(name: string, run: (output: Output) => Promise<readonly Case[]>): Level {
  return { name, purpose: `to be ${name}`, tools: [], run };
}

async function run(...levels: readonly Level[]): Promise<{ names: readonly string[]; printed: string }> {
  const terminal = new PassThrough();
  const results = await runLevels(levels, true, terminal);
  terminal.end();
  return { names: results.map(({ level: name }) => name), printed: await text(terminal) };
}

test("a level that waits goes on beside the others, and what it prints follows theirs", async () => {
  const second = Promise.withResolvers<void>();
  const waiting = level("first", async (output) => {
    if (output === "inherit") throw new Error("others have the terminal");
    output.write("early\n");
    await second.promise;
    output.write("late\n");
    return [passed];
  });
  const other = level("second", async () => {
    second.resolve();
    return [passed];
  });
  const { names, printed } = await run({ ...waiting, waits: true }, other);
  expect(names).toEqual(["first", "second"]);
  expect(printed.split("\n").filter(Boolean)).toEqual([
    "[1/2] first: to be first",
    "[2/2] second: to be second",
    "[1/2] first: what it has printed meanwhile",
    "early",
    "late",
  ]);
});

test("what keeps it from being run is in its result alone", async () => {
  const lacking = async (): Promise<never> => {
    throw new Error("no root");
  };
  const waiting: Level = { ...level("first", async () => []), waits: true, requirements: lacking };
  const { names, printed } = await run(
    waiting,
    level("second", async () => [passed]),
  );
  expect(names).toEqual(["first", "second"]);
  expect(printed).not.toContain("meanwhile");
});

test("others come one after the other", async () => {
  const events: string[] = [];
  const noting = (name: string): Level =>
    level(name, async () => {
      events.push(`${name} starts`);
      await new Promise(setImmediate);
      events.push(`${name} ends`);
      return [passed];
    });
  await run(noting("one"), noting("two"));
  expect(events).toEqual(["one starts", "one ends", "two starts", "two ends"]);
});
