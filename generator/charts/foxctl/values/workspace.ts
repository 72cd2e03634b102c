import { containerValues } from "../../../kubernetes/container-values.ts";
import { imageValues } from "../../../kubernetes/image.ts";
import { duration } from "../../../kubernetes/patterns.ts";
import { podValues } from "../../../kubernetes/pod-values.ts";
import { resourceValues } from "../../../kubernetes/resources.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { oneOf } from "../../../values/one-of.ts";
import { quantity } from "../../../values/quantity.ts";
import { text } from "../../../values/text.ts";

/** foxctl beside a checkout of a repository. Sources: seed 000, "Workspace deployment"; reference foxctl.md, 1.10. */
export const workspace = group(
  "A foxctl of its own beside a checkout of a Git repository.",
  children(
    {
      enabled: boolean("Whether it runs.", { default: false }),
      size: quantity("Size of the volume with the checkout.", { default: "5Gi" }),
      gitSync: group("git-sync, which fetches the repository.", {
        image: imageValues("The image of git-sync.", {
          registry: "registry.k8s.io",
          repository: "git-sync/git-sync",
          tag: "v4.2.1",
        }),
        repository: text("Address of the repository.", { example: "https://github.com/org/repo" }),
        ref: text("Branch, tag or commit.", { default: "main", minLength: 1 }),
        depth: integer("How many commits are fetched; 0 for all.", { default: 1, minimum: 0 }),
        period: text("How often the repository is asked for news.", { default: "30s", pattern: duration }),
        credentials: oneOf("What secrets.git holds: nothing, a user name and token, or a key for SSH.", {
          options: ["none", "https", "ssh"],
          default: "none",
        }),
        resources: resourceValues(["50m", "64Mi", "128Mi"], ["200m", "256Mi", "6Gi"]),
      }),
    },
    { ...containerValues(["200m", "512Mi", "128Mi"], ["1000m", "2Gi", "2Gi"]), pod: podValues(60) },
  ),
);
