import { release } from "../expressions/builtin.ts";
import { and, type Condition, isSet, never, not, or } from "../expressions/condition.ts";
import { clusterAnswers } from "../expressions/lookup.ts";
import { string } from "../expressions/text.ts";
import type { Note } from "./chart.ts";
import type { SecretOptions } from "./secret.ts";
import { type SecretKey, type SecretSource, secretName } from "./secret-source.ts";

/** Which Secrets are left to the user, and the command that creates each. */
export function secretNotes(sources: readonly SecretSource[], options: SecretOptions): readonly Note[] {
  const left = sources.map((source) => ({ source, keys: leftToUser(source, options) }));
  return [
    {
      condition: or(...left.flatMap(({ keys }) => keys.map(({ condition }) => condition))),
      lines: ["Pods wait for these Secrets, where they are not there yet:"],
    },
    ...left.flatMap(({ source, keys }) => createCommand(source, keys)),
  ];
}

interface LeftKey {
  readonly key: SecretKey;
  readonly condition: Condition;
}

/** The keys of a Secret, and when somebody has to put each into it. */
function leftToUser(source: SecretSource, options: SecretOptions): readonly LeftKey[] {
  return Object.values<SecretKey>(source.keys).map((key) => ({ key, condition: isLeftToUser(source, key, options) }));
}

/** Whether somebody has to put a key into its Secret: it is neither given as a value nor made up by the chart. */
function isLeftToUser(
  source: SecretSource,
  { value, needed, generate: random, optional }: SecretKey,
  { generate, external }: SecretOptions,
): Condition {
  const made = random ? and(generate, clusterAnswers) : never;
  const fetched = and(external, isSet(source.remoteKey));
  const missing = and(not(isSet(value)), not(fetched), not(made));
  return optional ? never : and(needed, or(isSet(source.existing), missing));
}

/** The command that creates a Secret with the keys that are left to the user. */
function createCommand(source: SecretSource, keys: readonly LeftKey[]): readonly Note[] {
  const any = or(...keys.map(({ condition }) => condition));
  return [
    {
      condition: any,
      continues: true,
      lines: [
        string`  kubectl -n ${release.namespace} create secret generic --type=Opaque \\`,
        string`    ${secretName(source)} \\`,
      ],
    },
    ...keys.map(({ key, condition }) => ({
      condition,
      continues: true,
      lines: [string`    --from-literal=${key.name}=VALUE \\`],
    })),
    { condition: any, continues: true, lines: ["    --save-config"] },
  ];
}
