import { expect, test } from "vitest";
import { missingPackages } from "../../../ci/cluster/prerequisites.ts";

test("packages are missing whose command fails", async () => {
  const lines = [
    "shell     command -v sh",
    "nothing  command -v no-such-program",
    "other test -x /bin/sh && ! test -x /bin/sh",
  ];
  expect(await missingPackages(lines)).toEqual(["nothing", "other"]);
});
