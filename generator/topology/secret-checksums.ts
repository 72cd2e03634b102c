import { or } from "../expressions/condition.ts";
import { digest } from "../expressions/text.ts";
import { printed } from "../template/helper.ts";
import type { Maybe, Templated } from "../template/hole.ts";
import { when } from "../template/when.ts";
import type { SecretUse } from "./secret-source.ts";

/** Annotations that change with what pods read, by name. */
export type Checksums = { readonly [name: string]: Templated<string> | Maybe<string> };

/** A checksum of each Secret that is used, for as long as one of its uses is there. */
export function secretChecksums(uses: readonly SecretUse[]): Checksums {
  return Object.fromEntries(
    [...Map.groupBy(uses, ({ secret }) => secret)].map(([source, ofSource]) => [
      `checksum/${source.suffix}`,
      when<string>(or(...ofSource.map((use) => use.when)), digest(printed(source.dataHelper, {}))),
    ]),
  );
}
