import { type Bound, binding } from "../expressions/binding.ts";
import { release } from "../expressions/builtin.ts";
import { and, type Condition, isSet, never, not, or } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { clusterAnswers } from "../expressions/lookup.ts";
import { string, trimPrefix } from "../expressions/text.ts";
import { helper, include } from "../template/helper.ts";
import type { Hole } from "../template/hole.ts";
import { type Line, textBlock } from "../template/text-block.ts";
import { when } from "../template/when.ts";
import type { Note } from "./chart.ts";
import type { SecretOptions } from "./secret.ts";
import {
  entryKeyRuns,
  isRandom,
  itemForEachKey,
  type KeyRun,
  neededAmong,
  type SecretKey,
  someKeys,
  someNeeded,
} from "./secret-keys.ts";
import { keptSecret, type SecretSource, secretName } from "./secret-source.ts";

/** Which Secrets are left to the user, and the command that creates each. */
export function secretNotes(sources: readonly SecretSource[], options: SecretOptions): readonly Note[] {
  const left = sources.flatMap((source) => secretsLeft(source, options));
  const commandsHelper = helper<string>({
    name: "secretsLeft",
    comment: "The commands that create the Secrets which are left to the user.",
    bindings: left.map(({ keys }) => keys),
    body: textBlock(...left.map(({ name, keys }) => when<string>(isSet(keys.reference), createCommand(name, keys)))),
  });
  const commands = binding("commands", include(commandsHelper, {}));
  return [
    {
      condition: isSet(commands.reference),
      bindings: [commands],
      lines: ["Pods wait for these Secrets, where they are not there yet:", trimPrefix(commands.reference, "\n")],
    },
  ];
}

/** A Secret that somebody may have to make, and its keys as arguments of the command that does it; empty for none. */
interface Left {
  readonly name: Expression<string>;
  readonly keys: Bound<string>;
}

/** What only the user knows may be in a Secret of its own. */
function secretsLeft(source: SecretSource, options: SecretOptions): readonly Left[] {
  const { suffix, credentials } = source;
  const apart = credentials ? isSet(credentials.existing) : never;
  const variable = suffix.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const keys = keysLeft(source, options, `keysLeft.${suffix}`, not(apart));
  const own = { name: secretName(source), keys: binding(variable, keys) };
  if (!credentials) return [own];
  const others = keysLeft({ ...source, keys: known(source) }, options, `credentialsLeft.${suffix}`, apart);
  return [own, { name: credentials.existing, keys: binding(`${variable}Credentials`, others) }];
}

/** The keys left, for the Secret that has the keys which nobody can make up where `credentialsHere` holds. */
function keysLeft(
  source: SecretSource,
  { generate, external }: SecretOptions,
  name: string,
  credentialsHere: Condition,
): Expression<string> {
  const { description, existing, remoteKey, credentials } = source;
  const apart = credentials ? isSet(credentials.existing) : never;
  const fetched = and(external, isSet(remoteKey));
  const required = Object.values<SecretKey>(source.keys).filter(({ optional }) => !optional);
  const random = required.filter(isRandom);
  const kept = keptSecret(source);
  const made = and(generate, clusterAnswers(kept.data));
  const askRandom = and(someNeeded(random), or(isSet(existing), not(or(fetched, made))));
  const others = required.filter((key) => !isRandom(key));
  const perEntry = source.entryKeys.filter(({ optional }) => !optional);
  const body = textBlock(
    ...(random.length > 0
      ? [when<string>(askRandom, textBlock(...left(someKeys(source, random), (key) => neededAmong(key, random))))]
      : []),
    when<string>(
      and(or(isSet(existing), apart, not(fetched)), credentialsHere),
      textBlock(
        ...[someKeys(source, others), ...entryKeyRuns(perEntry)].flatMap((run) => left(run, ({ needed }) => needed)),
      ),
    ),
  );
  const comment = `The keys that somebody has to put into the Secret with ${description}.`;
  const bindings = random.length > 0 ? kept.bindings : [];
  return include(helper<string>({ name, comment, bindings, body }), {});
}

/** Arguments for those of some keys that are asked for and that the user does not provide. */
function left(run: KeyRun, asked: (key: SecretKey) => Condition): readonly Line[] {
  return itemForEachKey<string>(run, (key) => when<string>(and(asked(key), not(isSet(key.value))), argument(key.name)));
}

const argument = (key: Expression<string>) => string`    --from-literal=${key}=VALUE \\`;

/** The keys that the chart cannot make up. */
function known({ keys }: SecretSource): Readonly<Record<string, SecretKey>> {
  return Object.fromEntries(Object.entries<SecretKey>(keys).filter(([, key]) => !isRandom(key)));
}

/** The command that creates a Secret with the keys that are left to the user. */
function createCommand(name: Expression<string>, keys: Bound<string>): Hole<string> {
  return textBlock(
    string`  kubectl -n ${release.namespace} create secret generic --type=Opaque \\`,
    string`    ${name} \\`,
    trimPrefix(keys.reference, "\n"),
    "    --save-config",
  );
}
