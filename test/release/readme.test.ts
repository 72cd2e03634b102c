import { mkdtemp, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { execa } from "execa";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { projectFolder } from "../../ci/paths.ts";
import { publishCharts } from "../../ci/release/publish-charts.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { charts } from "../../generator/charts/index.ts";
import { helms } from "../charts/helm.ts";
import { type OciRegistry, startOciRegistry } from "./oci-registry.ts";
import { startWebServer, type WebServer } from "./web-server.ts";
import { helm, openWorkshop, type Workshop } from "./workshop.ts";

let workshop: Workshop;
let registry: OciRegistry;
let web: WebServer;
const server = inject("server");
beforeAll(async () => {
  workshop = await openWorkshop();
  registry = await startOciRegistry(join(workshop.folder, "registry"));
  await registry.setUsers({ publisher: "right" });
  web = await startWebServer("publisher", "right");
  const trust = { SSL_CERT_FILE: registry.certificate, HELM_REPO_USERNAME: "publisher", HELM_REPO_PASSWORD: "right" };
  for (const [name, value] of Object.entries({ ...workshop.env, ...trust })) vi.stubEnv(name, value);
  await helm("helm4", ["registry", "login", registry.host, "--username", "publisher", "--password", "right"], {});
  const options = {
    charts: [],
    oci: [`oci://${registry.host}/charts`],
    repositories: [web.address],
    out: join(workshop.folder, "dist"),
    sign: workshop.signKey,
    signer: { key: workshop.cosignKey },
    plainHttp: false,
    dryRun: false,
    debug: false,
    help: false,
  };
  await publishCharts(charts, options, () => undefined);
});
afterAll(async () => {
  await web.stop();
  await registry.stop();
  await workshop.remove();
});

/** The commands of the section, with the places where this test has published. */
async function commands(): Promise<string> {
  const readme = await readFile(join(projectFolder, "README.md"), "utf8");
  const section = /^### From a repository$(.*?)^###? /ms.exec(readme)?.[1] ?? "";
  const blocks = [...section.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block).join("");
  return blocks
    .replace(/^registry=.*$/m, `registry=${registry.host}/charts`)
    .replace(/^repository=.*$/m, `repository=${web.address}`);
}

test.each(helms)("released charts are installed and verified by the README's commands with %s", async (version) => {
  const { folder } = workshop;
  const script = await commands();
  expect(script).toContain("cosign verify");
  const home = await mkdtemp(join(folder, "user-"));
  const tools = [dirname(await toolPath(version)), dirname(await toolPath("cosign")), process.env["PATH"]].join(":");
  const env = {
    PATH: tools,
    KUBECONFIG: server.kubeconfig,
    HELM_NAMESPACE: version,
    // Who may read the registry has signed in for both programs.
    DOCKER_CONFIG: join(folder, "helm", "config", "registry"),
  };
  await execa(await toolPath("helm4"), ["repo", "remove", "charts"], { reject: false });
  await execa(await toolPath("kubectl"), ["create", "namespace", version], { env });
  const { failed, all } = await execa("bash", ["-euxc", script], { cwd: home, env, all: true, reject: false });
  expect(failed, all).toBe(false);
  expect(all).toContain("The signatures were verified against the specified public key");
  const { output } = await helm(version, ["list", "--namespace", version], { KUBECONFIG: server.kubeconfig });
  for (const { metadata } of charts) expect(output).toMatch(new RegExp(`deployed\\s+${metadata.name}-0\\.1\\.0\\s`));
});
