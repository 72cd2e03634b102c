import type { IEnvVar } from "kubernetes-models/v1";
import { type HelperOf, helper } from "../template/helper.ts";
import { type OwnEntries, type SharedItems, sharedItems } from "../template/keyed-list.ts";
import { mapping } from "../template/mapping.ts";
import { secretChecksums } from "./secret-checksums.ts";
import type { SecretVariable } from "./secret-source.ts";
import { secretVariables } from "./secret-variables.ts";

/** Environment variables that stand in the containers of several components, printed by a helper. */
export interface SharedEnvironment {
  readonly variables: OwnEntries<IEnvVar, "name">;
  readonly secrets: Readonly<Record<string, SecretVariable>>;
  readonly items: SharedItems<IEnvVar>;
  /** Prints the annotations that change with the secrets. */
  readonly checksums: HelperOf<{ [name: string]: string }, Readonly<Record<never, never>>>;
}

/** Environment variables that stand in the containers of several components. */
export function sharedEnvironment(
  comment: string,
  { variables, secrets }: Pick<SharedEnvironment, "variables" | "secrets">,
): SharedEnvironment {
  const name = "containerEnvironment";
  const entries = { ...secretVariables(secrets), ...variables };
  return {
    variables,
    secrets,
    items: sharedItems<IEnvVar, "name">({ name, comment }, "name", entries),
    checksums: helper({
      name: `${name}.checksums`,
      comment: "Annotations that change with what these variables are told in secret, so that pods are replaced then.",
      body: mapping(secretChecksums(Object.values(secrets))),
    }),
  };
}
