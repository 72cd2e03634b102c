import { execa } from "execa";
import { expect, test } from "vitest";
import { endMarked, markedProcesses, markVariable } from "../../../ci/cluster/marked-processes.ts";

test("processes are found and ended by the folder in their environment, and by no other", async () => {
  const [mine, other] = ["/clusters/a", "/clusters/ab"].map((folder) =>
    // Its child must end too.
    execa("bash", ["-c", "sleep 600 & wait"], { env: { [markVariable]: folder }, reject: false }),
  );
  try {
    await expect.poll(() => programs("/clusters/a")).toEqual(["bash", "sleep"]);
    await endMarked("/clusters/a");
    expect(programs("/clusters/a")).toEqual([]);
    expect((await mine)?.signal).toBe("SIGKILL");
    await expect.poll(() => programs("/clusters/ab")).toEqual(["bash", "sleep"]);
  } finally {
    await endMarked("/clusters/ab");
    await other;
  }
});

function programs(folder: string): readonly string[] {
  return markedProcesses(folder)
    .map(({ program }) => program)
    .sort();
}
