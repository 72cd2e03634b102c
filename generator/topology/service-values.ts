import { labelKey } from "../kubernetes/patterns.ts";
import { group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { oneOf } from "../values/one-of.ts";
import { text } from "../values/text.ts";

/** Declares the Service in front of a component. */
export function serviceValues() {
  return group("The Service in front of it.", {
    type: oneOf("Whether it can be reached from inside of the cluster only.", {
      options: ["ClusterIP", "NodePort", "LoadBalancer"],
      default: "ClusterIP",
    }),
    annotations: map("Annotations of the Service.", { key: labelKey, item: text("The annotation's value.") }),
  });
}
