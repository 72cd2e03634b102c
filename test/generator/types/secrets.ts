import type { IContainer } from "kubernetes-models/v1";
import { equals } from "../../../generator/expressions/condition.ts";
import { join, string } from "../../../generator/expressions/text.ts";
import type { Templated } from "../../../generator/template/hole.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import { when } from "../../../generator/template/when.ts";
import type { Note } from "../../../generator/topology/chart.ts";
import { on, token } from "./values.ts";

/** A secret value fits nowhere but, as base64, in the data of a Secret. */
export const containers: readonly Templated<IContainer>[] = [
  // @ts-expect-error in an environment variable
  { name: "x", env: [{ name: "TOKEN", value: token }] },
  // @ts-expect-error in a conditional environment variable
  { name: "x", env: [{ name: "TOKEN", value: when(on, token) }] },
  // @ts-expect-error in an argument
  { name: "x", args: [token] },
];

// @ts-expect-error in the data of a ConfigMap
void mapping({ token });

// @ts-expect-error within a text
void string`--token=${token}`;

// @ts-expect-error in a list
void join(token, ",");

// @ts-expect-error in a comparison
void equals(token, "x");

// @ts-expect-error in the notes
export const note: Note = { condition: on, lines: [token] };
