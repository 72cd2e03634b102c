import type { IResourceRequirements } from "kubernetes-models/v1";
import { isSet } from "../expressions/condition.ts";
import type { Reference } from "../expressions/reference.ts";
import { fragment, type HelperOptions, parametricHelper } from "../template/helper.ts";
import type { Hole } from "../template/hole.ts";
import { when } from "../template/when.ts";
import { type Group, group } from "../values/group.ts";
import { type Quantity, quantity } from "../values/quantity.ts";

type Amounts = Group<{ readonly cpu: Quantity; readonly memory: Quantity; readonly "ephemeral-storage": Quantity }>;
export type ResourceValues = Group<{ readonly requests: Amounts; readonly limits: Amounts }>;

/** CPU, memory and ephemeral storage, as Kubernetes quantities. */
export type Amount = readonly [cpu: string, memory: string, storage: string];

/** Declares what a container asks for and may use at most. An empty CPU limit means none. */
export function resourceValues(requests: Amount, limits: Amount): ResourceValues {
  return group("What the container asks for, and may use at most.", {
    requests: amounts("What the scheduler sets aside.", requests, false),
    limits: amounts("What the container may not exceed.", limits, true),
  });
}

function amounts(description: string, [cpu, memory, storage]: Amount, cpuRemovable: boolean): Amounts {
  return group(description, {
    cpu: quantity(cpuRemovable ? "CPU; empty for no limit." : "CPU.", { default: cpu, removable: cpuRemovable }),
    memory: quantity("Memory.", { default: memory }),
    "ephemeral-storage": quantity("Space for logs and written files on the node.", { default: storage }),
  });
}

const resourcesHelper = parametricHelper(
  { resources: resourceValues(["0", "0", "0"], ["", "0", "0"]) },
  ({ resources: { requests, limits } }): HelperOptions<IResourceRequirements> => ({
    name: "resources",
    comment: "Requests and limits of a container. An empty CPU limit is left out.",
    body: {
      requests: {
        cpu: requests.cpu,
        memory: requests.memory,
        "ephemeral-storage": requests["ephemeral-storage"],
      },
      limits: {
        cpu: when<string | number>(isSet(limits.cpu), limits.cpu),
        memory: limits.memory,
        "ephemeral-storage": limits["ephemeral-storage"],
      },
    },
  }),
);

/** Requests and limits of a container. */
export function resources(values: Reference<ResourceValues>): Hole<IResourceRequirements> {
  return fragment(resourcesHelper, { resources: values });
}
