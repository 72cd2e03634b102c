import { imageValues } from "../../../kubernetes/image.ts";
import { resourceValues } from "../../../kubernetes/resources.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";

/** The image with a shell and wget for what is not foxctl's own work. */
export const toolbox = group(
  "A small image with a shell and wget, for `helm test` and for keeping directories in bounds.",
  {
    image: imageValues("The image.", { repository: "busybox", tag: "1.37.0" }),
  },
);

/** What `helm test` does. */
export const tests = group("What `helm test` asks of the release, from pods of its own.", {
  policiesEnforced: boolean("Also test that network policies refuse others; wrong where nothing enforces them.", {
    default: false,
  }),
  resources: resourceValues(["10m", "16Mi", "16Mi"], ["100m", "64Mi", "32Mi"]),
});
