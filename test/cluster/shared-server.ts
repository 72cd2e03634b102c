import type { TestProject } from "vitest/node";
import type { ClusterAccess } from "../../ci/cluster/access.ts";
import { startServer } from "./server.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** An API server of the newest version, on which files of tests have namespaces of their own. */
    readonly server: ClusterAccess;
  }
}

/** Runs before all tests of the project, and what it returns after them. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { stop, ...access } = await startServer("1.36");
  project.provide("server", access);
  return stop;
}
