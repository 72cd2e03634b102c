import { dnsSubdomain } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { group } from "../../../values/group.ts";
import { oneOf } from "../../../values/one-of.ts";
import { quantity } from "../../../values/quantity.ts";
import { text } from "../../../values/text.ts";

/** Source: seed 003, step 1. */
export const persistence = group("The volume with the data directory.", {
  size: quantity("Size of the claim.", { default: "20Gi" }),
  storageClassName: text("Storage class of the claim; empty for the cluster's default.", { pattern: dnsSubdomain }),
  accessMode: oneOf("Whether the volume is for one node, or for one pod alone.", {
    options: ["ReadWriteOnce", "ReadWriteOncePod"],
    default: "ReadWriteOnce",
  }),
  existingClaim: text("Name of a claim that exists already; the chart then makes none.", { pattern: dnsSubdomain }),
  keep: boolean("Whether the claim stays when the release is uninstalled.", { default: true }),
});
