import { readFile } from "node:fs/promises";
import { busybox } from "./busybox.ts";
import { chartImage } from "./chart-image.ts";
import type { Entry } from "./layer.ts";
import type { Image, ImageConfig } from "./oci-layout.ts";
import { standInProgram } from "./stand-in-program.ts";

/** An image whose programs are stand-ins. Everything else is as in the real one, as far as the charts rely on it. */
interface StandIn {
  readonly name: string;
  /** What of busybox it has: Debian's images have no wget, and some have no shell. */
  readonly shell: "alpine" | "debian" | "none";
  /** Paths of the programs that are there. */
  readonly programs: readonly string[];
  /** Directories and files besides. */
  readonly files?: readonly Entry[];
  readonly config: ImageConfig;
}

const binary = "/usr/local/libexec/stand-in";
const node = 1000;
const home = (path: string): Entry => ({ path, directory: true, owner: node });
const note = (path: string): Entry => ({ path, content: new TextEncoder().encode("stand-in\n") });
const inBin = (...names: readonly string[]): string[] => names.map((name) => `/usr/local/bin/${name}`);

const daemons = ["authd", "routd", "runed", "timed", "onbod", "dashd", "proxyd", "webd"];
const goAdapters = ["teled", "discd", "slakd", "mastd", "bskyd", "reditd", "emaid", "linkd"];

const vite = "vite --config /etc/vite.config.js";

const foxctl = {
  shell: "debian",
  programs: inBin("foxctl"),
  files: [home("/var/cache/foxctl"), home("/var/log/foxctl")],
  config: { User: "1000:1000", Entrypoint: ["foxctl"], Cmd: ["web", "serve", "--port=8080"] },
} as const;

async function standIns(): Promise<readonly StandIn[]> {
  const foxctlName = await chartImage("foxctl", "image");
  return [
    { name: foxctlName, ...foxctl },
    {
      // With the commands of the documentation, which today's source does not have.
      name: `${foxctlName}-documented`,
      ...foxctl,
      config: { ...foxctl.config, Env: ["STAND_IN_EDITION=documented"] },
    },
    {
      name: await chartImage("foxctl", "gateway.image"),
      shell: "debian",
      programs: inBin("bun"),
      files: [note("/app/packages/gui-agent/dist/index.html")],
      config: { Env: ["PORT=8080"], Cmd: ["bun", "run", "/app/packages/gui-auth-gateway/dist/server.js"] },
    },
    {
      name: await chartImage("foxctl", "workspace.gitSync.image"),
      shell: "none",
      programs: ["/git-sync"],
      config: { User: "65533:65533", Entrypoint: ["/git-sync"] },
    },
    { name: await chartImage("foxctl", "toolbox.image"), shell: "alpine", programs: [], config: { Cmd: ["sh"] } },
    { name: "postgres:17", shell: "debian", programs: inBin("postgres"), config: { Cmd: ["postgres"] } },
    {
      name: await chartImage("arizuko", "image"),
      shell: "alpine",
      programs: [...inBin("arizuko", ...daemons, ...goAdapters), "/usr/bin/docker"],
      files: [
        home("/srv/app/home"),
        note("/opt/arizuko/ant/CLAUDE.md"),
        note("/opt/arizuko/ant/skills/demo/SKILL.md"),
        note("/opt/arizuko/ant/output-styles/demo.md"),
        note("/opt/arizuko/template/services/demo.yml"),
      ],
      config: { WorkingDir: "/srv/app/home" },
    },
    {
      name: await chartImage("arizuko", "agents.image"),
      shell: "debian",
      programs: [],
      files: [{ path: "/app/entrypoint.sh", content: new TextEncoder().encode("#!/bin/sh\ncat > /dev/null\n") }],
      config: { User: "1000:1000", Entrypoint: ["/app/entrypoint.sh"] },
    },
    {
      name: await chartImage("arizuko", "vited.image"),
      shell: "alpine",
      programs: inBin("vite"),
      files: [home("/home/node/.vite-cache"), note("/etc/vite.config.js")],
      config: {
        User: "1000:1000",
        Cmd: ["sh", "-c", `cd \${WEB_ROOT:-/web} && exec ${vite} --host 0.0.0.0 --port \${VITE_PORT:-8080}`],
      },
    },
    {
      name: await chartImage("arizuko", "davd.image"),
      shell: "alpine",
      programs: inBin("dufs"),
      config: { Entrypoint: ["dufs"] },
    },
    {
      name: await chartImage("arizuko", "adapters.whapd.image"),
      shell: "alpine",
      programs: inBin("node"),
      config: { User: "1000:1000", WorkingDir: "/app", Cmd: ["node", "dist/main.js"] },
    },
    {
      name: await chartImage("arizuko", "adapters.twitd.image"),
      shell: "alpine",
      programs: inBin("bun"),
      config: { User: "1000:1000", WorkingDir: "/app", Cmd: ["bun", "dist/main.js"] },
    },
    {
      name: await chartImage("arizuko", "speech.ttsd.image"),
      shell: "alpine",
      programs: inBin("ttsd"),
      config: { User: "65534:65534", Cmd: ["ttsd"] },
    },
    {
      name: await chartImage("arizuko", "speech.backend.image"),
      shell: "debian",
      programs: inBin("kokoro"),
      config: { Cmd: ["kokoro"] },
    },
    {
      name: await chartImage("arizuko", "agents.dind.image"),
      shell: "alpine",
      programs: [
        ...inBin("dockerd-entrypoint.sh", "dockerd", "docker"),
        // A chart may ask for rules before it starts the engine.
        ...["/usr/sbin/iptables", "/usr/sbin/ip6tables"],
      ],
      files: [{ path: "/var/lib/docker", directory: true }],
      config: { Entrypoint: ["dockerd-entrypoint.sh"], Env: ["DOCKER_TLS_CERTDIR=/certs"] },
    },
  ];
}

/** The images that charts name by default and that no registry has, each with stand-ins for its programs. */
export async function standInImages(): Promise<readonly Image[]> {
  // Debian's wget crashes on -T, and its nc has no -z.
  const commands = await busybox(["sh", "wget", "nc"]);
  const shells = {
    alpine: [...commands, ...["sh", "wget", "nc"].map((name): Entry => ({ path: `/bin/${name}`, linkTo: binary }))],
    debian: [...commands, { path: "/bin/sh", linkTo: binary } as const],
    none: [],
  };
  const program = [{ path: binary, content: await readFile(await standInProgram()) }];
  const root = [{ path: "/tmp", directory: true, mode: 0o1777 } as const];
  return (await standIns()).map(({ name, shell, programs, files = [], config }) => ({
    name,
    // From what most images share to what is each one's own.
    layers: [program, shells[shell], [...root, ...programs.map((path): Entry => ({ path, linkTo: binary })), ...files]],
    config,
  }));
}
