import { and, equals, isSet, not } from "../expressions/condition.ts";
import type { Reference } from "../expressions/reference.ts";
import type { ImageValues } from "../kubernetes/image.ts";
import type { Note } from "./chart.ts";

/** Says, while the user has not said where the image is, that it is published nowhere. `repository` is its default. */
export function unpublishedImageNote(repository: string, image: Reference<ImageValues>): Note {
  return {
    condition: and(equals(image.repository, repository), not(isSet(image.registry))),
    lines: [
      `The image \`${repository}\` is not published anywhere: build it from its source and load it into the nodes ` +
        "or push it to",
      "a registry, then set image.registry and image.repository. The README says how.",
    ],
  };
}
