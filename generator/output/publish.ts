import { exists } from "./folder.ts";
import { completeJournal, writeJournal } from "./journal.ts";
import { acquireLease, type Lease, releaseLease, workFolder } from "./lease.ts";
import { isEmpty, type Plan, planOutput, type Selection } from "./plan.ts";
import type { Produced } from "./produced.ts";

/**
 * Makes an output folder hold the produced files, and tells what that took.
 *
 * Everything is prepared beside its place before the first file changes, so a run that fails leaves the former output
 * whole, and one that is killed is completed by the next.
 * @throws Error when a file would be overwritten that no run ever wrote, or another run does not come to an end
 */
export async function publish(root: string, produced: Produced, selection: Selection): Promise<Plan> {
  if (!exists(root, workFolder)) {
    const plan = planOutput(root, produced, selection);
    if (isEmpty(plan)) return plan;
  }
  const lease = await acquireLease(root);
  const plan = prepared(lease, produced, selection);
  // From here on a failure leaves the journal where it is, and the next run carries on with it.
  completeJournal(root, lease.folder);
  releaseLease(lease);
  return plan;
}

function prepared(lease: Lease, produced: Produced, selection: Selection): Plan {
  try {
    const plan = planOutput(lease.root, produced, selection);
    if (plan.foreign.length > 0)
      throw new Error(
        `the generator never wrote these, and would overwrite them; move or delete them: ${plan.foreign.join(", ")}`,
      );
    writeJournal(lease.folder, plan);
    return plan;
  } catch (error) {
    releaseLease(lease);
    throw error;
  }
}
