import { or } from "../expressions/condition.ts";
import { digest } from "../expressions/text.ts";
import { printed } from "../template/helper.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import type { Component } from "./component.ts";
import { configurationChecksum } from "./config-map.ts";
import type { SecretSource } from "./secret-source.ts";

/**
 * Annotations that change with what a component's pods read, so that a change rolls these pods and no others. They
 * digest the data alone: a whole object would change with each version of the chart, and a Secret's random values with
 * each rendering.
 */
export function checksums(component: Component): { readonly [name: string]: Templated<string> | Maybe<string> } {
  const { configuration } = component;
  return {
    ...(configuration && { "checksum/config": configurationChecksum(configuration) }),
    ...Object.fromEntries(
      secretsOf(component).map((source) => [
        `checksum/${source.suffix}`,
        when<string>(usedBy(component, source), digest(printed(source.dataHelper, {}))),
      ]),
    ),
  };
}

/** The Secrets that a component reads, each once. */
function secretsOf(component: Component): readonly SecretSource[] {
  return [...new Set(Object.values(component.secrets).map(({ secret }) => secret))];
}

function usedBy(component: Component, source: SecretSource) {
  const uses = Object.values(component.secrets).filter(({ secret }) => secret === source);
  return or(...uses.map(({ when: condition }) => condition));
}
