import { references } from "../expressions/reference.ts";
import { boolean } from "../values/boolean.ts";
import { group } from "../values/group.ts";
import { list } from "../values/list.ts";
import { map } from "../values/map.ts";
import { text } from "../values/text.ts";
import { kubernetes } from "./embedded.ts";
import { dnsLabel, labelKey, labelValue } from "./patterns.ts";

/** The values that every chart has, for the head of its values. */
export const commonValues = {
  global: group(
    "What an umbrella chart tells all of its charts.",
    {
      imageRegistry: text("Registry for every image, in place of each image's own.", {
        example: "registry.example.com",
      }),
      imagePullSecrets: list("Secrets with which images are pulled.", {
        item: kubernetes("LocalObjectReference", "One Secret, by its name."),
        example: [{ name: "registry-credentials" }],
      }),
    },
    { others: "any" },
  ),
  nameOverride: text("Stands in for the chart's name in object names and in the label app.kubernetes.io/name.", {
    pattern: dnsLabel,
    maxLength: 53,
  }),
  fullnameOverride: text("Stands in for the whole of what object names begin with.", {
    pattern: dnsLabel,
    maxLength: 53,
  }),
  commonLabels: map("Labels for every object of the release.", {
    key: labelKey,
    item: text("The label's value.", { pattern: labelValue }),
    example: { team: "platform" },
  }),
  openshift: boolean(
    "Leaves user and group ids to the platform, as OpenShift's restricted-v2 security context constraint demands.",
    { default: false },
  ),
} as const;

/** References to the common values, which stand at the same paths in every chart. */
export const common = references(group("The values that every chart has.", commonValues));
