import type { IContainer, IEnvVar, IPodSpec, IProbe } from "kubernetes-models/v1";
import { each, entriesOf, items, itemsOf } from "../../../generator/template/each.ts";
import { helper, include, parametricHelper } from "../../../generator/template/helper.ts";
import type { Templated } from "../../../generator/template/hole.ts";
import { keyedList } from "../../../generator/template/keyed-list.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import { when } from "../../../generator/template/when.ts";
import { text } from "../../../generator/values/text.ts";
import { env, labels, mode, modules, on, path, replicas, routes } from "./values.ts";

const route = entriesOf(routes, "route");
const module = itemsOf(modules, "module");

/** Mistakes within the parts that holes are made of. */
export const containers: readonly Templated<IContainer>[] = [
  // @ts-expect-error misspelt within when
  { name: "x", livenessProbe: when(on, { httpGett: { port: 1 } }) },
  // @ts-expect-error misspelt within the alternative
  { name: "x", livenessProbe: when(on, { httpGet: { port: 1 } }, { exce: { command: [] } }) },
  // @ts-expect-error wrong type deep within when
  { name: "x", livenessProbe: when(on, { httpGet: { port: 1, path: replicas } }) },
  // @ts-expect-error a choice is no condition
  { name: "x", livenessProbe: when(mode, { httpGet: { port: 1 } }) },
  // @ts-expect-error misspelt within a keyed list
  { name: "x", env: keyedList("name", { HOME: { vlaue: "/home" } }) },
  // @ts-expect-error misspelt within a keyed list of a named type
  { name: "x", env: keyedList<IEnvVar, "name">("name", { HOME: { vlaue: "/home" } }) },
  // @ts-expect-error misspelt within when within a keyed list
  { name: "x", env: keyedList<IEnvVar, "name">("name", { HOME: when(on, { vlaue: "/home" }) }) },
  // @ts-expect-error the key stands within the entry
  { name: "x", env: keyedList<IEnvVar, "name">("name", { HOME: { name: "HOME", value: "/home" } }) },
  // @ts-expect-error no field to key by
  { name: "x", env: keyedList<IEnvVar, "nmae">("nmae", {}) },
  // @ts-expect-error volumes where variables are wanted
  { name: "x", env: keyedList("name", { tmp: { emptyDir: {} } }) },
  // @ts-expect-error a number among the user's entries
  { name: "x", env: keyedList<IEnvVar, "name">("name", {}, replicas) },
  // @ts-expect-error a list stands for one item
  { name: "x", args: [modules] },
  // @ts-expect-error items stand in lists only
  { name: "x", args: items(modules) },
];

export const pods: readonly Templated<IPodSpec>[] = [
  // @ts-expect-error misspelt within each
  { containers: [each(route, { name: route.key, imagePulPolicy: "Always" })] },
  // @ts-expect-error misspelt field of the entry
  { containers: [each(route, { name: route.value.hots })] },
  // @ts-expect-error wrong type within each
  { containers: [each(route, { name: route.value.weight })] },
  // @ts-expect-error a required field is missing within each
  { containers: [each(route, { image: route.key })] },
  // @ts-expect-error items of another type
  { containers: [items(modules)] },
  // @ts-expect-error an item of a list where a body is wanted
  { containers: [each(module, module.value)] },
];

// @ts-expect-error branches of different types
export const probe: Templated<IProbe> = when(on, { exec: { command: ["x"] } }, "none");

// @ts-expect-error a number as a label
void mapping({ size: replicas });

// @ts-expect-error a group as labels
void mapping(path);

// @ts-expect-error variables as labels
void mapping(env);

void mapping(labels);

// @ts-expect-error misspelt within a helper
void helper<IProbe>({ name: "probe", comment: "A probe.", body: { httpGett: { port: 1 } } });

const greeting = parametricHelper({ name: text("Whom.") }, ({ name }) => ({
  name: "greeting",
  comment: "A greeting.",
  body: name,
}));
// @ts-expect-error an argument is missing
void include(greeting, {});
// @ts-expect-error an argument of another type
void include(greeting, { name: replicas });
