import { references } from "../../../generator/expressions/reference.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { group } from "../../../generator/values/group.ts";
import { integer } from "../../../generator/values/integer.ts";
import { list } from "../../../generator/values/list.ts";
import { map } from "../../../generator/values/map.ts";
import { oneOf } from "../../../generator/values/one-of.ts";
import { secret } from "../../../generator/values/secret.ts";
import { text } from "../../../generator/values/text.ts";

/** Values to write expressions about. */
export const given = references(
  group("Values.", {
    on: boolean("A switch.", { default: false }),
    off: boolean("Another switch.", { default: false }),
    mode: oneOf("A mode.", { options: ["http", "exec", "none"], default: "http" }),
    name: text("A name."),
    token: secret("A token."),
    replicas: integer("A number.", { default: 1 }),
    least: integer("Another number.", { default: 1 }),
    words: list("Words.", { item: text("A word.") }),
    command: list("A command.", { item: text("A word."), default: ["run"], minItems: 1 }),
    labels: map("Labels.", { key: ".+", item: text("A label.") }),
    pair: group("A group of texts.", { one: text("A text."), two: text("Another text.") }),
    "a-b": group("A group.", { c: text("A text.") }),
    entries: map("Entries.", {
      key: ".+",
      item: group("An entry.", {
        port: integer("A port.", { default: 80 }),
        secure: boolean("A switch.", { default: true }),
        host: text("A host."),
      }),
    }),
  }),
);
