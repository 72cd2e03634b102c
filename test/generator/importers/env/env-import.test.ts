import { describe, expect, test } from "vitest";
import { arizuko } from "../../../../generator/charts/arizuko/chart.ts";
import { arizukoSecret } from "../../../../generator/charts/arizuko/components/secrets.ts";
import { chartUnderValues, objectsOf } from "../../../../generator/importers/chart-under-values.ts";
import { parseEnvFile } from "../../../../generator/importers/env/env-file.ts";
import { type EnvImport, importEnv } from "../../../../generator/importers/env/env-import.ts";
import { envReport } from "../../../../generator/importers/env/env-report.ts";
import { told } from "../../../../generator/importers/environment/facts.ts";
import { defaultOf } from "../../../../generator/values/defaults.ts";
import type { JsonValue } from "../../../../generator/values/json-schema.ts";
import { merged } from "../../../../generator/values/merge.ts";

const chart = chartUnderValues(arizuko, { name: "arizuko", namespace: "default" });
const defaults = defaultOf(arizuko.values) as JsonValue;
const under = (values: unknown) => merged(defaults, values) as JsonValue;

const imported = (text: string, start = defaults) =>
  importEnv(parseEnvFile("a.env", text), chart, { source: arizukoSecret, existing: "mine" }, start);

/** What the containers of the release with the result are told. */
const toldBy = ({ values, secret }: EnvImport, start = defaults) =>
  told(objectsOf(chart.render(merged(start, values) as JsonValue)), { [secret.name]: secret.data });

const file = `
ASSISTANT_NAME=Bee
WEB_HOST=bee.example.org
AUTH_BASE_URL=https://bee.example.org
GITHUB_CLIENT_ID=abc
GITHUB_CLIENT_SECRET=secret-1
GOOGLE_CLIENT_ID=def
GOOGLE_CLIENT_SECRET=secret-2
GOOGLE_ALLOWED_EMAILS=a@example.com,b@example.com
TELEGRAM_BOT_TOKEN=1:secret-3
EMAIL_IMAP_HOST=imap.example.org
EMAIL_IMAP_PORT=1993
EMAIL_SMTP_HOST=smtp.example.org
EMAIL_ACCOUNT=bee@example.org
EMAIL_PASSWORD=secret-4
REDDIT_CLIENT_ID=red
REDDIT_CLIENT_SECRET=secret-5
REDDIT_USERNAME=bee
REDDIT_PASSWORD=secret-6
SECRETS_KEY=secret-7
AUTH_SECRET=secret-8
MAX_CONCURRENT_CONTAINERS=7
ONBOARDING_GREETING="Hello there"
TTS_ENABLED=true
TZ=Europe/Prague
LOG_LEVEL=debug
TRUSTED_PROXIES=10.0.0.0/8,192.168.0.0/16
METRICS_ENABLED=true
`;

describe("an environment becomes values and a Secret", () => {
  const result = imported(file);

  test("with which containers are told the same", () => {
    const texts = toldBy(result);
    for (const { name, value } of parseEnvFile("a.env", file))
      expect([...(texts.get(name) ?? [])], name).toEqual([value]);
    expect(chart.check(under(result.values))).toEqual([]);
    expect(new Set(result.outcomes.map(({ kind }) => kind))).toEqual(new Set(["value", "secret"]));
  });

  test("with no more values than it takes", () => {
    expect(result.values).toMatchObject({ publicUrl: "https://bee.example.org", secrets: { existingSecret: "mine" } });
    expect(result.values).not.toHaveProperty("webHost");
    expect(result.values["adapters"]).toEqual({
      teled: { accounts: { telegram: {} } },
      emaid: {
        accounts: {
          email: {
            account: "bee@example.org",
            imapHost: "imap.example.org",
            imapPort: 1993,
            smtpHost: "smtp.example.org",
          },
        },
      },
      reditd: { accounts: { reddit: { clientId: "red", username: "bee" } } },
    });
  });

  test("with a value of its own for what usually follows from another, where the two differ", () => {
    const both = imported("WEB_HOST=bee.example.org\nAUTH_BASE_URL=https://sign-in.example.org/x\n");
    expect(both.outcomes.map(({ kind }) => kind)).toEqual(["value", "value"]);
    expect(toldBy(both).get("WEB_HOST")).toEqual(new Set(["bee.example.org"]));
    expect(toldBy(both).get("AUTH_BASE_URL")).toEqual(new Set(["https://sign-in.example.org/x"]));
  });

  test("with a Secret that has all that the release needs, and nothing of it elsewhere", () => {
    expect(result.secret.missing).toEqual([]);
    expect(result.secret.made).toContain("AUTHD_SERVICE_KEY_TELED");
    expect(JSON.stringify(result.values) + envReport("a.env", result)).not.toMatch(/secret-\d/);
  });
});

describe("what is not taken over is told", () => {
  const kinds = (text: string, start = defaults) =>
    imported(text, start).outcomes.map(({ kind, detail }) => [kind, detail]);
  const withAgents = "`agents.mode` is `dind` or `agents.mode` is `hostSocket`";

  test.each<[string, string, string]>([
    ["NOBODY_READS_IT=1", "unknown", ""],
    ["AUTHD_SERVICE_KEY=x", "each", ""],
    ["DATA_DIR=/elsewhere", "chart", ""],
    ["WEB_HOST=https://bee.example.org", "value", "webHost"],
    ["WEB_HOST=bee example.org", "otherwise", "webHost, publicUrl"],
    ["TZ=", "empty", ""],
    ["LOG_LEVEL=chatty", "refused", "logLevel is none of its options; write one of debug, info, warn, error"],
    ["WHISPER_BASE_URL=http://me:word@host:1", "refused", "it holds a password, and values are no place for one"],
    ["RUNED_SHUTDOWN_GRACE=300s", "asleep", withAgents],
  ])("%s", (text, kind, detail) => {
    expect(kinds(text)).toEqual([[kind, detail]]);
  });

  test("agents are switched on by nobody, and their key is read where they are on", () => {
    const text = "ANTHROPIC_API_KEY=word\nCONTAINER_IMAGE=registry.example.com/team/ant:v2";
    const off = imported(text);
    expect(off.outcomes.map(({ kind }) => kind)).toEqual(["asleep", "value"]);
    expect(off.values).toMatchObject({
      agents: { image: { registry: "registry.example.com", repository: "team/ant" } },
    });
    expect(off.values).not.toHaveProperty("agents.mode");
    const start = under({ agents: { mode: "dind" } });
    expect(toldBy(imported(text, start), start).get("ANTHROPIC_API_KEY")).toEqual(new Set(["word"]));
  });

  test("a Secret with credentials that a profile names gives way to the one with everything", () => {
    const start = under({ agents: { mode: "dind" }, secrets: { existingCredentials: "other" } });
    const result = imported("ANTHROPIC_API_KEY=word", start);
    expect(toldBy(result, start).get("ANTHROPIC_API_KEY")).toEqual(new Set(["word"]));
    expect(result.values).toMatchObject({ secrets: { existingSecret: "mine", existingCredentials: "" } });
  });

  test("what a key is missing for", () => {
    const start = under({ agents: { mode: "dind" } });
    expect(imported("TZ=Europe/Prague", start).secret.missing).toEqual(["ANTHROPIC_API_KEY"]);
  });
});

describe("a store in place of a Secret", () => {
  test("is switched on, with the keys that its entry needs", () => {
    const supply = { source: arizukoSecret, remoteKey: "team/bee" };
    const { values, secret } = importEnv(parseEnvFile("a.env", "TELEGRAM_BOT_TOKEN=1:x"), chart, supply, defaults);
    expect(values).toMatchObject({ externalSecrets: { enabled: true }, secrets: { remoteKey: "team/bee" } });
    expect(Object.keys(secret.data)).toEqual(expect.arrayContaining(["TELEGRAM_BOT_TOKEN", "AUTHD_SERVICE_KEY_TELED"]));
  });
});

/** Every profile's own environment, as a file, and back. */
describe("the environment of a profile survives", () => {
  const start = defaults;

  test.each(arizuko.profiles.map(({ name, values }) => [name, under(values)] as const))("%s", (_, values) => {
    const before = told(objectsOf(chart.render(values)), {});
    const text = [...before]
      .filter(([, texts]) => texts.size === 1)
      .map(([name, texts]) => `${name}='${[...texts].join("")}'`)
      .join("\n");
    const result = imported(text, start);
    const after = toldBy(result);
    for (const { name, kind } of result.outcomes)
      if (kind === "value") expect(after.get(name), name).toEqual(before.get(name));
    expect(result.outcomes.filter(({ kind }) => kind === "refused" || kind === "unknown")).toEqual([]);
  });
});
