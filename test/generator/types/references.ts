import { equals, hasEntries, isSet, not } from "../../../generator/expressions/condition.ts";
import { entriesOf } from "../../../generator/template/each.ts";
import type { Overrides } from "../../../generator/values/declaration.ts";
import { formerly } from "../../../generator/values/formerly.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { oneOf } from "../../../generator/values/one-of.ts";
import { mode, on, path, replicas, routes, type values } from "./values.ts";

// @ts-expect-error no such value
void path.nmae;

// @ts-expect-error no option of the choice
void equals(mode, "htttp");

// @ts-expect-error a text compared with a number
void equals(replicas, "1");

// @ts-expect-error a number is no condition
void not(replicas);

// @ts-expect-error a switch is not set or unset
void isSet(on);

// @ts-expect-error a group has no entries to ask for
void hasEntries(path);

// @ts-expect-error a group is no map
void entriesOf(path, "entry");

// @ts-expect-error no field of the entries
void entriesOf(routes, "route").value.wieght;

// @ts-expect-error the default is no option
void oneOf("A choice.", { options: ["a", "b"], default: "c" });

// @ts-expect-error the default has another type
void integer("A number.", { default: "1" });

// @ts-expect-error a group cannot be renamed
void formerly("old", group("A group.", {}));

type Choice = Overrides<typeof values>;

export const profiles: readonly Choice[] = [
  { replicas: 3, path: { name: "x" }, routes: { main: { host: "example.com" } } },
  { size: "x" },
  // @ts-expect-error a former name
  { scale: "x" },
  // @ts-expect-error misspelt
  { replcas: 3 },
  // @ts-expect-error misspelt within a group
  { path: { nmae: "x" } },
  // @ts-expect-error misspelt within a map entry
  { routes: { main: { hots: "example.com" } } },
  // @ts-expect-error wrong type
  { replicas: "3" },
  // @ts-expect-error no option
  { mode: "htttp" },
  // @ts-expect-error null means nothing
  { replicas: null },
  // @ts-expect-error misspelt within a Kubernetes type
  { affinity: { podAfinity: {} } },
  // @ts-expect-error the key of the map is the variable's name
  { env: { A: { name: "A", value: "1" } } },
];
