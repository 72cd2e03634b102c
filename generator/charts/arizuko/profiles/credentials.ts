import { testSecret } from "../../../topology/test-objects.ts";

/** The test of a profile whose prerequisites ask for the Secret `arizuko-credentials` with these keys. */
export function withCredentials(...keys: readonly string[]) {
  const values = Object.fromEntries(keys.map((key) => [key, "test"]));
  return { values: { extraObjects: { credentials: testSecret("arizuko-credentials", values) } } };
}
