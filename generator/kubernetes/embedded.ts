import { type Embedded, embedded } from "../values/embedded.ts";
import type { KubernetesTypes } from "./types.ts";

type TypeName = keyof KubernetesTypes;

/**
 * Declares a value of a Kubernetes type. Fields that the chart sets itself, such as the key of a map entry, are left
 * out of the type and refused by the schema.
 */
export function kubernetes<
  const Name extends TypeName,
  const Field extends keyof KubernetesTypes[Name] & string = never,
>(
  type: Name,
  description: string,
  options: {
    readonly omit?: readonly Field[];
    readonly default?: NoInfer<Omit<KubernetesTypes[Name], Field>>;
    readonly example?: NoInfer<Omit<KubernetesTypes[Name], Field>>;
  } = {},
): Embedded<Omit<KubernetesTypes[Name], Field>> {
  const { omit = [], ...rest } = options;
  return embedded(description, { type, omit, ...rest }, kubernetes);
}
