import { and } from "../expressions/condition.ts";
import { fragment } from "../template/helper.ts";
import type { Hole } from "../template/hole.ts";
import { type Component, secretVariablesOf } from "./component.ts";
import { configurationChecksum } from "./config-map.ts";
import { type Checksums, secretChecksums } from "./secret-checksums.ts";
import type { SecretUse } from "./secret-source.ts";

type Parts = readonly (Checksums | Hole<{ [name: string]: string }>)[];

/**
 * Annotations that change with what the processes of a pod read, so that a change rolls these pods and no others. They
 * digest the data alone: a whole object would change with each version of the chart, and a Secret's random values with
 * each rendering.
 */
export function checksums(component: Component, guests: readonly Component[]): Parts {
  const configurations = unique([component, ...guests].flatMap(({ configuration }) => configuration ?? []));
  const ofConfigurations = configurations.map((configuration, index) => [
    index === 0 ? "checksum/config" : `checksum/${configuration.suffix}`,
    configurationChecksum(configuration),
  ]);
  return [Object.fromEntries(ofConfigurations), ...ofSecrets(component, guests)];
}

/** What a component shares by the helper of those checksums, unless more is read of the same Secrets in its pods. */
function ofSecrets(component: Component, guests: readonly Component[]): Parts {
  const { sharedEnvironment: shared, ...rest } = component;
  const others = [rest, ...guests].flatMap(usesOf);
  if (!shared) return [secretChecksums(others)];
  const sources = new Set(Object.values(shared.secrets).map(({ secret }) => secret));
  return others.some(({ secret }) => sources.has(secret))
    ? [secretChecksums([component, ...guests].flatMap(usesOf))]
    : [fragment(shared.checksums, {}), secretChecksums(others)];
}

/** All that a component reads of Secrets; a guest only while it is there. */
function usesOf(component: Component): readonly SecretUse[] {
  const { within, enabled, furtherSecrets } = component;
  const uses = [...secretVariablesOf(component).map(([, use]) => use), ...furtherSecrets];
  return within ? uses.map((use) => ({ ...use, when: and(enabled, use.when) })) : uses;
}

function unique<T>(all: readonly T[]): readonly T[] {
  return [...new Set(all)];
}
