import { resourceValues } from "../kubernetes/resources.ts";
import { boolean } from "../values/boolean.ts";
import { group } from "../values/group.ts";

/** Declares what `helm test` does. */
export function testValues() {
  return group("What `helm test` asks of the release, from pods of its own.", {
    policiesEnforced: boolean("Also test that network policies refuse others; wrong where nothing enforces them.", {
      default: false,
    }),
    resources: resourceValues(["10m", "16Mi", "16Mi"], ["100m", "64Mi", "32Mi"]),
  });
}
