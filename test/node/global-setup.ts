import { cluster } from "./cluster.ts";
import { startStandInCluster } from "./stand-in-cluster.ts";

/** Runs before all tests of the project, and what it returns after them. */
export default function setUp(): Promise<() => Promise<void>> {
  return startStandInCluster(cluster);
}
