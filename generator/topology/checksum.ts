import { and, or } from "../expressions/condition.ts";
import { digest } from "../expressions/text.ts";
import { printed } from "../template/helper.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import type { Component } from "./component.ts";
import { configurationChecksum } from "./config-map.ts";
import type { SecretSource } from "./secret-source.ts";

/**
 * Annotations that change with what a pod's components read, so that a change rolls these pods and no others. They
 * digest the data alone: a whole object would change with each version of the chart, and a Secret's random values with
 * each rendering.
 */
export function checksums(components: readonly Component[]): {
  readonly [name: string]: Templated<string> | Maybe<string>;
} {
  const configurations = unique(components.flatMap(({ configuration }) => configuration ?? []));
  const secrets = unique(
    components.flatMap((component) => Object.values(component.secrets).map(({ secret }) => secret)),
  );
  return Object.fromEntries([
    ...configurations.map((configuration, index) => [
      index === 0 ? "checksum/config" : `checksum/${configuration.suffix}`,
      configurationChecksum(configuration),
    ]),
    ...secrets.map((source) => [
      `checksum/${source.suffix}`,
      when<string>(usedBy(components, source), digest(printed(source.dataHelper, {}))),
    ]),
  ]);
}

function usedBy(components: readonly Component[], source: SecretSource) {
  const uses = components.flatMap(({ within, enabled, secrets }) =>
    Object.values(secrets).flatMap((use) =>
      use.secret === source ? [within ? and(enabled, use.when) : use.when] : [],
    ),
  );
  return or(...uses);
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
