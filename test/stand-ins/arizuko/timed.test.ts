import { execa } from "execa";
import { describe, expect, test } from "vitest";
import { type Instance, instance, keyOf } from "./instance.ts";

/** Runs a script where nobody else has port 8080, which timed insists on. */
async function alone(pod: Instance, script: string): Promise<string> {
  for (const program of ["timed", "routd", "authd"]) await pod.link(program);
  const becomeRoot = process.getuid?.() === 0 ? [] : ["--map-root-user"];
  // What the script has started ends with it.
  const endTogether = ["--pid", "--fork", "--kill-child"];
  const { stdout } = await execa(
    "unshare",
    ["--net", ...endTogether, ...becomeRoot, "busybox", "sh", "-ec", `busybox ip link set lo up\n${script}`],
    { env: { ...pod.variables("authd"), PATH: `${pod.bin}:${process.env["PATH"]}` }, cwd: pod.folder, timeout: 20_000 },
  );
  return stdout;
}

/** Asks until there is an answer. */
const ask = (header = "") =>
  `until busybox wget -q -O - ${header} http://127.0.0.1:8080/PATH 2>got; do
    grep -q "HTTP/" got && { grep -o "HTTP/.*" got; break; }
    sleep 0.1
  done`;

describe("timed", () => {
  test("is healthy on port 8080, whoever else there is", async () => {
    const pod = await instance();
    expect(await alone(pod, `timed 2>log & ${ask().replace("PATH", "health")}`)).toBe("ok");
  });

  test.each([
    ["nothing", "", "HTTP/1.1 403 Forbidden"],
    ["a header that anybody can send", `--header 'X-User-Groups: ["**"]'`, "timed"],
  ])("shows its dashboard by %s as %s", async (_, header, want) => {
    const pod = await instance();
    expect(await alone(pod, `timed 2>log & ${ask(header).replace("PATH", "dash/timed/")}`)).toBe(want);
  });

  test("goes on without its server where the port is taken", async () => {
    const pod = await instance();
    const said = await alone(
      pod,
      `LISTEN_ADDR=:8080 authd 2>other &
      until grep -q listening other; do sleep 0.1; done
      timed 2>log & until grep -o 'health server' log; do sleep 0.1; done; kill -0 $!`,
    );
    expect(said).toBe("health server");
  });

  test.each([
    ["wrong", 0],
    [keyOf("timed"), 5],
  ])("with the key %j turns as many tasks as are due into messages: %i", async (key, fired) => {
    const pod = await instance();
    const said = await alone(
      pod,
      `LISTEN_ADDR=${pod.urls.authd.slice(7)} authd 2>authd.log &
      LISTEN_ADDR=${pod.urls.routd.slice(7)} routd 2>routd.log &
      until grep -q listening authd.log && grep -q listening routd.log; do sleep 0.1; done
      AUTHD_SERVICE_KEYS= AUTHD_SERVICE_KEY=${key} timed 2>timed.log &
      until grep -o '"fired":[0-9]' timed.log; do sleep 0.1; done`,
    );
    expect(said).toBe(`"fired":${fired}`);
    expect((await pod.database())["messages"] ?? []).toHaveLength(fired);
  });
});
