import { describe, expect, test } from "vitest";
import { and, type Condition, equals, hasEntries, isSet, not, or } from "../../../generator/expressions/condition.ts";
import { node } from "../../../generator/expressions/expression.ts";
import { conditionText } from "../../../generator/output/readme/condition-text.ts";
import { readme } from "../../../generator/output/readme.ts";
import { demo } from "../demo/chart.ts";
import { server } from "../demo/values.ts";

const { verbose, mode, address, routes } = server;

describe("conditionText", () => {
  test.each<[Condition, string]>([
    [verbose, "`server.verbose` is on"],
    [not(verbose), "`server.verbose` is off"],
    [equals(mode, "on"), "`server.mode` is `on`"],
    [not(equals(mode, "on")), "`server.mode` is not `on`"],
    [isSet(address), "`server.address` is set"],
    [not(hasEntries(routes)), "`server.routes` is empty"],
    [
      and(verbose, or(isSet(address), equals(mode, "on"))),
      "`server.verbose` is on and (`server.address` is set or `server.mode` is `on`)",
    ],
    [not(or(verbose, isSet(address))), "`server.verbose` is off and `server.address` is empty"],
  ])("%#", (condition, want) => {
    expect(conditionText(condition[node])).toBe(want);
  });
});

describe("readme", () => {
  test.each<[string, string]>([
    ["the install command of a profile", "helm install demo charts/demo -f values/demo-large.yaml\n"],
    ["a profile", "| `demo-large` | More of everything. | A Secret named `x`. |\n"],
    ["a variable", "| `DEMO_HOST` | `server.address` | `server.address` is set |\n"],
    ["a variable from a Secret", "| `DEMO_TOKEN` | the Secret with what the server needs, key `token` |  |\n"],
    ["a key of a Secret", "| `token` | `secrets.server.keys.token` | `secrets.server.values.token` | no | always |\n"],
    ["a value", "| `server.replicas` | integer, 0 to 9 | `1` | How many pods run. |\n"],
    ["a field of an entry", "| `server.routes.<name>.weight` | integer, 0 or more | `1` | Weight. |\n"],
    ["no default of a secret", "| `secrets.server.values.token` | text, secret |  | Token of the API. |\n"],
    ["a section for each group", "<details>\n<summary><code>server</code>: The server.</summary>\n"],
  ])("shows %s", (_, want) => {
    expect(readme(demo)).toContain(want);
  });

  test("says what an install takes before its command", () => {
    const text = readme({ ...demo, prerequisites: ["A database.", "Its password."] });
    expect(text).toContain("## Install\n\nA database. Its password.\n\n```sh\nhelm install demo");
  });

  test("leaves out what a chart has none of", () => {
    const text = readme({ ...demo, profiles: [], components: [], secrets: [] });
    expect(text).not.toMatch(/## (Profiles|Architecture|Network|Secrets|Environment)/);
    expect(text).not.toMatch(/\n\n\n/);
  });
});
