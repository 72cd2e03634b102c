import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { freeAddress, type Running, type Sandbox, type Settings, sandbox } from "../sandbox.ts";

type Variables = Readonly<Record<string, string>>;

/** An instance as `arizuko create demo` makes it, and its daemons on loopback, as the containers of one pod. */
export interface Instance extends Sandbox {
  readonly data: string;
  /** Addresses of daemons, as URLs. */
  readonly urls: Readonly<Record<Daemon, string>>;
  /** What each daemon needs, with the variables given on top. An empty value counts as unset. */
  readonly variables: (daemon: Daemon, more?: Variables) => Variables;
  readonly daemon: (daemon: Daemon, more?: Variables) => Promise<Running>;
  /** Runs the arizuko command. */
  readonly command: (...words: readonly string[]) => ReturnType<Sandbox["run"]>;
  /** What routd.db holds. */
  readonly database: () => Promise<Record<string, unknown>>;
  readonly changeDatabase: (change: Record<string, unknown>) => Promise<void>;
}

const daemons = ["authd", "routd", "runed", "onbod", "dashd", "webd", "proxyd", "teled"] as const;
export type Daemon = (typeof daemons)[number];

/** Each daemon's own. */
export const keyOf = (daemon: string): string => `key-of-${daemon}`;

export async function instance(): Promise<Instance> {
  const box = await sandbox();
  const data = join(box.folder, "arizuko_demo");
  const addresses = new Map<Daemon, string>();
  for (const daemon of daemons) addresses.set(daemon, await freeAddress());
  const addressOf = (daemon: Daemon): string => addresses.get(daemon) ?? "";
  const portOf = (daemon: Daemon): string => addressOf(daemon).split(":")[1] ?? "";
  const urlOf = (daemon: Daemon): string => `http://${addressOf(daemon)}`;

  const common = (daemon: Daemon): Variables => ({
    DATA_DIR: data,
    AUTHD_URL: urlOf("authd"),
    AUTHD_SERVICE_KEY: keyOf(daemon),
    ROUTER_URL: urlOf("routd"),
    ASSISTANT_NAME: "Ari",
  });
  const own: Readonly<Record<Daemon, Variables>> = {
    authd: {
      LISTEN_ADDR: addressOf("authd"),
      AUTHD_SERVICE_KEYS: [...daemons, "timed"].map((name) => `service:${name}=${keyOf(name)}`).join(","),
    },
    routd: { LISTEN_ADDR: addressOf("routd"), RUNED_URL: urlOf("runed"), SECRETS_KEY: "s" },
    runed: { LISTEN_ADDR: addressOf("runed"), HOST_DATA_DIR: data, ANTHROPIC_API_KEY: "a" },
    onbod: {
      ONBOD_LISTEN_ADDR: addressOf("onbod"),
      ONBOD_DB_PATH: join(data, "store/onbod/onbod.db"),
      ROUTD_DB_PATH: join(data, "store/routd/routd.db"),
    },
    dashd: { DASH_PORT: portOf("dashd") },
    webd: { WEBD_LISTEN: addressOf("webd"), WEBD_URL: urlOf("webd") },
    proxyd: { PROXYD_LISTEN: portOf("proxyd"), AUTH_SECRET: "s", VITE_ADDR: "http://127.0.0.1:1" },
    teled: {
      LISTEN_ADDR: addressOf("teled"),
      LISTEN_URL: urlOf("teled"),
      AUTHD_SERVICE_NAME: "teled",
      TELEGRAM_BOT_TOKEN: "123456:ABC",
    },
  };
  const variables = (daemon: Daemon, more: Variables = {}): Variables => ({
    ...common(daemon),
    ...own[daemon],
    ...more,
  });
  const command = (...words: readonly string[]) => box.run("arizuko", { words, env: { ARIZUKO_DATA_DIR: box.folder } });
  const file = join(data, "store/routd/routd.db");
  const database = async (): Promise<Record<string, unknown>> => JSON.parse(await readFile(file, "utf8"));

  const made = await command("create", "demo");
  if (made.code !== 0) throw new Error(`arizuko create: ${made.message}`);
  return {
    ...box,
    data,
    urls: {
      authd: urlOf("authd"),
      routd: urlOf("routd"),
      runed: urlOf("runed"),
      onbod: urlOf("onbod"),
      dashd: urlOf("dashd"),
      webd: urlOf("webd"),
      proxyd: urlOf("proxyd"),
      teled: urlOf("teled"),
    },
    variables,
    daemon: (daemon, more) => box.serve(daemon, { env: variables(daemon, more) } satisfies Settings),
    command,
    database,
    changeDatabase: async (change) => writeFile(file, JSON.stringify({ ...(await database()), ...change })),
  };
}

/** Trades a daemon's key for a token, as it would itself. */
export async function exchange(
  { urls }: Instance,
  daemon: string,
  key = keyOf(daemon),
): Promise<{ readonly status: number; readonly token: string; readonly scope: readonly string[] | null }> {
  const answer = await fetch(`${urls.authd}/v1/service-token`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}` },
    body: JSON.stringify({ daemon }),
  });
  const body: { token?: string; scope?: string[] | null } = JSON.parse(await answer.text());
  return { status: answer.status, token: body.token ?? "", scope: body.scope ?? null };
}
