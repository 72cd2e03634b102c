import { join } from "node:path";
import { execa } from "execa";
import { expect, test } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { buildEnvironment } from "../../ci/tools/go.ts";

const options = { cwd: join(projectFolder, "ci/stand-ins"), env: buildEnvironment, reject: false } as const;

test("the Go code is formatted", async () => {
  expect((await execa("gofmt", ["-l", "."], options)).stdout).toBe("");
});

test("go vet finds nothing", async () => {
  expect((await execa("go", ["vet", "./..."], options)).stderr).toBe("");
}, 120_000);
