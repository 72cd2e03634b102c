import { execa } from "execa";
import { goVersion } from "./catalogue.ts";

/** Settings that make a build the same everywhere, whatever the user's own Go settings say. */
export const buildEnvironment = {
  CGO_ENABLED: "0",
  GOFLAGS: "-trimpath -buildvcs=false -mod=readonly",
  GOWORK: "off",
} as const;

/** Fails with one clear line unless a Go that can build the tools is in PATH. */
export async function requireGo(): Promise<void> {
  const remedy = `Install Go ${goVersion} or newer (https://go.dev/dl) and put it in PATH, or run .ci/run, which brings its own.`;
  const result = await execa("go", ["env", "GOVERSION"], { reject: false });
  if (result.failed) throw new Error(`Go is needed to build the tools and was not found in PATH. ${remedy}`);
  const installed = result.stdout.replace(/^go/, "");
  const isOlder = installed.localeCompare(goVersion, "en", { numeric: true }) < 0;
  if (isOlder) throw new Error(`Go ${installed} is too old to build the tools. ${remedy}`);
}
