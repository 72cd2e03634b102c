import { testSecret } from "../../../topology/test-objects.ts";

/** Of the forms that the programs ask for (reference arizuko.md, section 2.3). */
const values = {
  ANTHROPIC_API_KEY: "test",
  GITHUB_CLIENT_SECRET: "test",
  SLACK_BOT_TOKEN: "xoxb-test",
  SLACK_SIGNING_SECRET: "test",
  TELEGRAM_BOT_TOKEN: "1:test",
} as const;

/** The test of a profile whose prerequisites ask for the Secret `arizuko-credentials` with these keys. */
export function withCredentials(...keys: readonly (keyof typeof values)[]) {
  const data = Object.fromEntries(keys.map((key) => [key, values[key]]));
  return { values: { extraObjects: { credentials: testSecret("arizuko-credentials", data) } } };
}
