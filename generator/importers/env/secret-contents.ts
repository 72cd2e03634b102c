import type { Environment } from "../../expressions/environment.ts";
import { evaluateText, holds } from "../../expressions/evaluate.ts";
import { node } from "../../expressions/expression.ts";
import { rounds } from "../../template/evaluate/loop.ts";
import type { SecretKey } from "../../topology/secret-keys.ts";
import { type SecretSource, secretName } from "../../topology/secret-source.ts";

/** A Secret with all that a release needs of it. */
export interface SecretContents {
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
  /** Keys whose values were made up. */
  readonly made: readonly string[];
  /** Keys without which something does not start, and which nobody gave. */
  readonly missing: readonly string[];
}

/** What a Secret has to hold: what is given, and what the chart itself would make up. */
export function secretContents(
  source: SecretSource,
  given: Readonly<Record<string, string>>,
  environment: Environment,
): SecretContents {
  const needed = neededKeys(source, environment).filter(({ name }) => given[name] === undefined);
  const made = needed.flatMap(({ name, key: { generate } }) =>
    generate ? [[name, evaluateText(generate[node], environment)] as const] : [],
  );
  return {
    name: evaluateText(secretName(source)[node], environment),
    data: { ...given, ...Object.fromEntries(made) },
    made: made.map(([name]) => name),
    missing: needed.filter(({ key }) => !key.generate && !key.optional).map(({ name }) => name),
  };
}

interface NamedKey {
  readonly name: string;
  readonly key: SecretKey;
}

function neededKeys({ keys, entryKeys }: SecretSource, environment: Environment): readonly NamedKey[] {
  const own = Object.values<SecretKey>(keys)
    .filter(({ needed }) => holds(needed[node], environment))
    .map((key) => ({ name: evaluateText(key.name[node], environment), key }));
  const ofEntries = entryKeys.flatMap((key) =>
    rounds(key.loop, environment).map((inside) => ({ name: evaluateText(key.name[node], inside), key })),
  );
  return [...own, ...ofEntries];
}
