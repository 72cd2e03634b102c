import { describe, expect, test } from "vitest";
import { references } from "../../../generator/expressions/reference.ts";
import { mapping } from "../../../generator/template/mapping.ts";
import { externalSecretsValues } from "../../../generator/topology/external-secret-values.ts";
import { hostNames } from "../../../generator/topology/host-names.ts";
import { httpRoute } from "../../../generator/topology/http-route.ts";
import { httpRouteValues } from "../../../generator/topology/http-route-values.ts";
import { ingress } from "../../../generator/topology/ingress.ts";
import { ingressValues } from "../../../generator/topology/ingress-values.ts";
import { chartProfile } from "../../../generator/topology/profile.ts";
import { serviceAccount, serviceAccountValues } from "../../../generator/topology/service-account.ts";
import { boolean } from "../../../generator/values/boolean.ts";
import { formatPlace } from "../../../generator/values/place.ts";

const own = { extra: boolean("A value of the chart's own.", { default: false }) };
const hosts = hostNames("demo.example.com");
const values = {
  ingress: ingressValues("An Ingress.", { className: "", hosts, own }),
  httpRoute: httpRouteValues("An HTTPRoute.", hosts),
  serviceAccount: serviceAccountValues("demo", own),
};

/** An error about an object that a chart asks for has to lead to the chart, not to the function that makes it. */
describe("the place of what a chart describes is in the chart", () => {
  const shared = { ways: [], targets: "nowhere", comment: "A comment." };
  test.each([
    ["a profile", chartProfile({ name: "demo", purpose: "A demo.", prerequisites: [], values: {} })],
    ["an account", serviceAccount("An account.", references(values.serviceAccount))],
    ["an Ingress", ingress({ ...shared, values: references(values.ingress), annotations: mapping({}) })],
    ["an HTTPRoute", httpRoute({ ...shared, values: references(values.httpRoute) })],
  ])("%s", (_, { place }) => {
    expect(formatPlace(place)).toMatch(/^test\/generator\/topology\/shared-parts\.test\.ts:\d+$/);
  });
});

describe("a chart's own values", () => {
  test.each([
    ["an Ingress", values.ingress.children, ["enabled", "className", "hosts", "tls", "extra", "annotations"]],
    ["an account", values.serviceAccount.children, ["create", "name", "extra", "annotations"]],
    ["a store", externalSecretsValues(own).children.store.children, ["kind", "name", "extra"]],
  ])("stand among those of %s", (_, given, names) => {
    expect(Object.keys(given)).toEqual(names);
  });

  test("do not replace shared ones", () => {
    const again = { name: boolean("Declared twice.", { default: false }) };
    expect(() => externalSecretsValues(again)).toThrow('the value "name" is declared twice');
  });
});
