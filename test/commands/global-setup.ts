import { startStandInCluster } from "../node/stand-in-cluster.ts";
import { cluster } from "./cluster.ts";

/** Runs before all tests of the project, and what it returns after them. */
export default function setUp(): Promise<() => Promise<void>> {
  return startStandInCluster(cluster);
}
