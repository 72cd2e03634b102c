import { and, type Condition, isSet } from "../expressions/condition.ts";
import { attention, type Case, ok } from "./checklist.ts";
import type { SecretKey } from "./secret-keys.ts";
import { type SecretSource, secretName } from "./secret-source.ts";

/** What is asked of a key of a Secret. */
export interface Supply {
  /** What the key is, such as "the DSN". */
  readonly what: string;
  readonly key: SecretKey;
  /** When it is needed. */
  readonly when: Condition;
  /** Whether External Secrets makes the Secrets that name an entry of the store. */
  readonly external: Condition;
}

/** Where a key of a Secret comes from, as cases of a check. One of them holds wherever the key is needed. */
export function supplied(source: SecretSource, { what, key, when, external }: Supply): readonly Case[] {
  const { existing, remoteKey } = source;
  return [
    [and(when, isSet(existing)), ok`${what} is under ${key.name} in your Secret ${existing}`],
    [and(when, external, isSet(remoteKey)), ok`External Secrets fetches ${what} from ${remoteKey}`],
    [
      and(when, isSet(key.value)),
      attention`${what} is among the values, which Helm keeps in plain; better put it into a Secret of your own`,
    ],
    [when, attention`${what} has to be under ${key.name} in the Secret ${secretName(source)}; the command is above`],
  ];
}
