import { binding } from "../expressions/binding.ts";
import { release } from "../expressions/builtin.ts";
import { and, type Condition, isSet, never, not, or } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import { clusterAnswers } from "../expressions/lookup.ts";
import { string, trimPrefix } from "../expressions/text.ts";
import { each } from "../template/each.ts";
import { helper, include } from "../template/helper.ts";
import { textBlock } from "../template/text-block.ts";
import { when } from "../template/when.ts";
import type { Note } from "./chart.ts";
import type { SecretOptions } from "./secret.ts";
import { type SecretKey, type SecretSource, secretName } from "./secret-source.ts";

/** Which Secrets are left to the user, and the command that creates each. */
export function secretNotes(sources: readonly SecretSource[], options: SecretOptions): readonly Note[] {
  const left = sources.flatMap((source) => secretsLeft(source, options));
  return [
    {
      condition: or(...left.map(({ keys }) => isSet(keys))),
      lines: ["Pods wait for these Secrets, where they are not there yet:"],
    },
    ...left.map(createCommand),
  ];
}

/** A Secret that somebody may have to make, and its keys as arguments of the command that does it; empty for none. */
interface Left {
  readonly name: Expression<string>;
  readonly keys: Expression<string>;
}

/** What only the user knows may be in a Secret of its own. */
function secretsLeft(source: SecretSource, options: SecretOptions): readonly Left[] {
  const { suffix, description, credentials } = source;
  const apart = credentials ? isSet(credentials.existing) : never;
  const own = { name: secretName(source), keys: keysLeft(source, options, `keysLeft.${suffix}`, not(apart)) };
  if (!credentials) return [own];
  const keys = keysLeft({ ...source, keys: known(source) }, options, `credentialsLeft.${suffix}`, apart);
  return [own, { name: credentials.existing, keys }];

  function keysLeft(
    { existing, remoteKey, keys, entryKeys }: SecretSource,
    { generate, external }: SecretOptions,
    name: string,
    credentialsHere: Condition,
  ): Expression<string> {
    const fetched = and(external, isSet(remoteKey));
    const ask = binding("ask", or(isSet(existing), apart, not(fetched)));
    const askRandom = binding("askRandom", or(isSet(existing), not(or(fetched, and(generate, clusterAnswers)))));
    const all = Object.values<SecretKey>(keys);
    const line = ({ name: key, value, needed, generate: random }: SecretKey) =>
      when<string>(
        and(needed, random ? askRandom.reference : and(ask.reference, credentialsHere), not(isSet(value))),
        argument(key),
      );
    return include(
      helper<string>({
        name,
        comment: `The keys that somebody has to put into the Secret with ${description}.`,
        bindings: [
          ...(all.some((key) => !key.generate && !key.optional) || entryKeys.length > 0 ? [ask] : []),
          ...(all.some((key) => key.generate) ? [askRandom] : []),
        ],
        body: textBlock(
          ...all.filter(({ optional }) => !optional).map(line),
          ...entryKeys
            .filter(({ optional }) => !optional)
            .map((key) =>
              when<string>(
                and(ask.reference, credentialsHere),
                textBlock(each<string>(key, when<string>(not(isSet(key.value)), argument(key.name)))),
              ),
            ),
        ),
      }),
      {},
    );
  }
}

const argument = (key: Expression<string>) => string`    --from-literal=${key}=VALUE \\`;

/** The keys that the chart cannot make up. */
function known({ keys }: SecretSource): Readonly<Record<string, SecretKey>> {
  return Object.fromEntries(Object.entries<SecretKey>(keys).filter(([, { generate }]) => !generate));
}

/** The command that creates a Secret with the keys that are left to the user. */
function createCommand({ name, keys }: Left): Note {
  return {
    condition: isSet(keys),
    continues: true,
    lines: [
      string`  kubectl -n ${release.namespace} create secret generic --type=Opaque \\`,
      string`    ${name} \\`,
      trimPrefix(keys, "\n"),
      "    --save-config",
    ],
  };
}
