import type { IEnvVar } from "kubernetes-models/v1";
import { isSet } from "../expressions/condition.ts";
import type { OwnEntries } from "../template/keyed-list.ts";
import { when } from "../template/when.ts";
import { type SecretVariable, secretKeyRef } from "./secret-source.ts";

/** Environment variables from Secrets, for the container itself. */
export function secretVariables(variables: Readonly<Record<string, SecretVariable>>): OwnEntries<IEnvVar, "name"> {
  return Object.fromEntries(
    Object.entries(variables).map(([variable, { secret, key, plain, when: condition }]) => {
      const valueFrom = { secretKeyRef: secretKeyRef(secret, key) };
      const reference = when<Omit<IEnvVar, "name">>(condition, { valueFrom });
      return [variable, plain ? when<Omit<IEnvVar, "name">>(isSet(plain), { value: plain }, reference) : reference];
    }),
  );
}
