import { binding } from "../expressions/binding.ts";
import { chart } from "../expressions/builtin.ts";
import { isSet } from "../expressions/condition.ts";
import type { Expression } from "../expressions/expression.ts";
import type { Reference } from "../expressions/reference.ts";
import { orElse, string, trimPrefix } from "../expressions/text.ts";
import { type HelperOptions, include, parametricHelper } from "../template/helper.ts";
import { when } from "../template/when.ts";
import { type Group, group } from "../values/group.ts";
import { type OneOf, oneOf } from "../values/one-of.ts";
import { type Text, text } from "../values/text.ts";
import { common } from "./common-values.ts";

export type PullPolicy = "Always" | "IfNotPresent" | "Never";

/** Which image it is. */
export type ImageNameValues = Group<{
  readonly registry: Text;
  readonly repository: Text;
  readonly tag: Text;
  readonly digest: Text;
}>;

/** Which image it is, and when a node pulls it. */
export type ImageValues = Group<ImageNameValues["children"] & { readonly pullPolicy: OneOf<PullPolicy> }>;

interface ImageDefaults {
  readonly registry?: string;
  readonly repository: string;
  readonly tag?: string;
}

/** Declares an image that something else than a node pulls. Without a tag it is the chart's appVersion. */
export function imageNameValues(description: string, defaults: ImageDefaults): ImageNameValues {
  return group(description, nameOf(defaults));
}

/** Declares an image of a container. Without a tag it is the chart's appVersion. */
export function imageValues(description: string, defaults: ImageDefaults): ImageValues {
  return group(description, {
    ...nameOf(defaults),
    pullPolicy: oneOf("When the image is pulled.", {
      options: ["Always", "IfNotPresent", "Never"],
      default: "IfNotPresent",
    }),
  });
}

function nameOf(defaults: ImageDefaults): ImageNameValues["children"] {
  return {
    registry: text("Registry; empty for what the container runtime takes by default.", {
      default: defaults.registry ?? "",
      example: "registry.example.com",
      pattern: "[A-Za-z0-9.-]+(:[0-9]+)?",
    }),
    repository: text("Repository.", {
      default: defaults.repository,
      pattern: "[a-z0-9]+([._/-]+[a-z0-9]+)*",
      ...(defaults.repository !== "" && { minLength: 1 }),
    }),
    tag: text(defaults.tag ? "Tag." : "Tag; empty for the chart's appVersion.", {
      default: defaults.tag ?? "",
      pattern: "[A-Za-z0-9_][A-Za-z0-9_.-]*",
      maxLength: 128,
    }),
    digest: text("Digest, which wins over the tag.", {
      example: `sha256:${"0".repeat(64)}`,
      pattern: "sha256:[a-f0-9]+",
      maxLength: 71,
    }),
  };
}

const imageHelper = parametricHelper(
  { image: imageNameValues("An image.", { repository: "any" }) },
  ({ image }): HelperOptions<string> => {
    const registry = binding("registry", orElse(common.global.imageRegistry, image.registry));
    const name = binding("name", trimPrefix(string`${registry.reference}/${image.repository}`, "/"));
    return {
      name: "image",
      comment: "An image as a container names it, in the registry that global.imageRegistry or its own values say.",
      bindings: [registry, name],
      body: when(
        isSet(image.digest),
        string`${name.reference}@${image.digest}`,
        string`${name.reference}:${orElse(image.tag, chart.appVersion)}`,
      ),
    };
  },
);

/** The image as a container names it. */
export function imageName(image: Reference<ImageNameValues>): Expression<string> {
  return include(imageHelper, { image });
}
