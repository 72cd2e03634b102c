import { imageValues } from "../../../kubernetes/image.ts";
import { testValues } from "../../../topology/test-values.ts";
import { group } from "../../../values/group.ts";

/** The image with a shell and wget for what is not foxctl's own work. */
export const toolbox = group(
  "A small image with a shell and wget, for `helm test` and for keeping directories in bounds.",
  {
    image: imageValues("The image.", { repository: "busybox", tag: "1.37.0" }),
  },
);

/** What `helm test` does. */
export const tests = testValues();
