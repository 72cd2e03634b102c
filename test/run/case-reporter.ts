import { writeFileSync } from "node:fs";
import type { Reporter, SerializedError, TestCase, TestModule } from "vitest/node";
import type { Case } from "./case.ts";

/** The environment variable that names the file this reporter writes. */
export const casesFileVariable = "TEST_CASES_FILE";

/** Writes every case as JSON, with the reasons of skips, which vitest's own JSON reporter leaves out. */
export default class CaseReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const { [casesFileVariable]: file } = process.env;
    if (file === undefined) throw new Error(`Set ${casesFileVariable} to the file that the cases are written to.`);
    const cases = [
      ...modules.flatMap(casesOf),
      ...unhandled.map((error) => failed("outside of any test", error.message)),
    ];
    writeFileSync(file, JSON.stringify(cases));
  }
}

function casesOf(module: TestModule): readonly Case[] {
  const broken = [module, ...module.children.allSuites()].flatMap((suite) =>
    suite.errors().map((error) => failed(`${module.relativeModuleId} (outside of its tests)`, error.message)),
  );
  return [...broken, ...[...module.children.allTests()].map(caseOf)];
}

function caseOf(test: TestCase): Case {
  const name = `${test.module.relativeModuleId} > ${test.fullName}`;
  const result = test.result();
  switch (result.state) {
    case "passed":
      return { name, outcome: "passed" };
    case "failed":
      return failed(name, result.errors[0]?.message ?? "no message");
    case "skipped":
      // Without a note nobody decided to skip it: a hook failed, or a mark was left in the file.
      return result.note === undefined
        ? failed(name, "it did not run; a hook before it failed, or it is skipped without saying why")
        : { name, outcome: "skipped", reason: result.note };
    case "pending":
      return failed(name, "it did not end");
  }
}

function failed(name: string, message: string): Case {
  return { name, outcome: "failed", reason: message.split("\n")[0] ?? message };
}
