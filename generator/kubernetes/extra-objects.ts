import { hasEntries } from "../expressions/condition.ts";
import { references } from "../expressions/reference.ts";
import { omit } from "../expressions/text.ts";
import { type Document, document } from "../template/document.ts";
import { each, entriesOf } from "../template/each.ts";
import { group } from "../values/group.ts";
import { map } from "../values/map.ts";
import { object } from "../values/object.ts";
import { dnsLabel } from "./patterns.ts";

/** Objects of the user's own, for the end of a chart's values. */
export const extraValues = {
  extraObjects: map("Whole Kubernetes objects to install along, by a name of your choice.", {
    key: dnsLabel,
    item: object("A Kubernetes object, with `enabled: false` to leave it out."),
  }),
} as const;

const { extraObjects } = references(group("Objects of the user's own.", extraValues));
const extra = entriesOf(extraObjects, "object");

/** Prints the objects of the user's own. */
export const extraObjectsDocument: Document = document({
  file: "extra-objects",
  comment: "Whole objects of the user's own, as they are.",
  condition: hasEntries(extraObjects),
  body: each<unknown>(extra, omit(extra.value, "enabled")),
});
