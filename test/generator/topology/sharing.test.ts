import { describe, expect, test } from "vitest";
import { always, not } from "../../../generator/expressions/condition.ts";
import { scopeOf } from "../../../generator/expressions/print.ts";
import { references } from "../../../generator/expressions/reference.ts";
import { objectOf } from "../../../generator/template/document.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import { printBody } from "../../../generator/template/print/body.ts";
import { checksums } from "../../../generator/topology/checksum.ts";
import { component } from "../../../generator/topology/component.ts";
import { external, externalValues } from "../../../generator/topology/external.ts";
import { networkPolicies, sharedConnections } from "../../../generator/topology/network-policy.ts";
import { fromSecret, secretSource, secretValues } from "../../../generator/topology/secret-source.ts";
import { sharedEnvironment } from "../../../generator/topology/shared-environment.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { group } from "../../../generator/values/group.ts";

const given = references(
  group("Values.", {
    on: boolean("Whether it is.", { default: true }),
    database: externalValues("A database.", 5432),
    store: externalValues("A store.", 443),
    token: secretValues("A Secret.", { token: { key: "token", description: "A token." } }),
    other: secretValues("Another Secret.", { token: { key: "token", description: "A token." } }),
  }),
);
const database = external("database", "a database", given.database);
const store = external("store", "a store", given.store);
const token = secretSource("token", "a token", given.token, { token: { needed: always } });
const other = secretSource("other", "another token", given.other, { token: { needed: always } });

const options = { name: "server", suffix: "", description: "A server.", enabled: always };

function lines(body: unknown): string {
  return printBody(body, 0, scopeOf("demo")).join("\n");
}

describe("connections that components share", () => {
  const shared = sharedConnections("egress.shared", "Shared.", [{ to: database, when: given.on }]);
  const egressOf = (server: ReturnType<typeof component>): string => {
    const documents = networkPolicies({ enabled: always, components: [server], egress: [] });
    const policies = documents.filter(({ file }) => file === "server/network-policy");
    return policies.map((policy) => lines(objectOf(policy))).join("\n");
  };

  test("are allowed by their helper, beside those of a component's own", () => {
    const printed = egressOf(
      component({ ...options, sharedConnections: shared, connections: [{ to: store, when: always }] }),
    );
    expect(printed).toContain('include "demo.egress.shared"');
    expect(printed).toContain(".Values.store.ports");
    expect(printed).not.toContain(".Values.database.ports");
  });

  test("are allowed once, where a component connects there for something else as well", () => {
    const printed = egressOf(
      component({ ...options, sharedConnections: shared, connections: [{ to: database, when: not(given.on) }] }),
    );
    expect(printed).not.toContain('include "demo.egress.shared"');
    expect(printed.match(/range .*\.Values\.database\.ports/g)).toHaveLength(1);
  });
});

describe("Secrets that components share", () => {
  const shared = sharedEnvironment("Shared.", {
    variables: {},
    secrets: { TOKEN: fromSecret(token, "token", { when: given.on }) },
  });
  const annotationsOf = (secrets: Parameters<typeof component>[0]["secrets"] = {}): string =>
    lines(mapping(...checksums(component({ ...options, sharedEnvironment: shared, secrets }), [])));

  test("have checksums by their helper, beside those of a component's own", () => {
    const printed = annotationsOf({ OTHER: fromSecret(other, "token", { when: always }) });
    expect(printed).toContain('include "demo.containerEnvironment.checksums"');
    expect(printed).toContain("checksum/other");
    expect(printed).not.toContain("checksum/token");
  });

  test("have one checksum, where a component reads more of the same Secret", () => {
    const printed = annotationsOf({ AGAIN: fromSecret(token, "token", { when: not(given.on) }) });
    expect(printed).not.toContain("containerEnvironment.checksums");
    expect(printed).toBe('checksum/token: {{ include "demo.secretData.token" . | sha256sum | quote }}');
  });
});
