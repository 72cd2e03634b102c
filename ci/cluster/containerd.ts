import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { execa } from "execa";
import { toolPath } from "../tools/install.ts";
import { cniFolder, cniPlugins, writeCniConfiguration } from "./cni.ts";
import { containerdSocket } from "./containerd-socket.ts";
import { loadNodeImages, sandboxImage } from "./node-images.ts";
import { waitUntilReady } from "./readiness.ts";
import { type ServerGroup, startServer } from "./server-process.ts";

/** Starts containerd, waits until it answers, and loads the images that the node needs itself. */
export async function startContainerd(group: ServerGroup): Promise<void> {
  const { folder } = group;
  const file = join(folder, "containerd.toml");
  await writeFile(file, configuration(folder));
  await writeCniConfiguration(folder);
  // It finds the programs it starts by PATH.
  const path = `${dirname(await toolPath("containerd-shim-runc-v2"))}:${env["PATH"]}`;
  startServer(group, {
    name: "containerd",
    file: await toolPath("containerd"),
    words: ["--config", file],
    env: { PATH: path },
  });
  const ctr = await toolPath("ctr");
  await waitUntilReady("containerd", group.running, async () => {
    const result = await execa(ctr, ["--address", containerdSocket(folder), "version"], { reject: false });
    return !result.failed;
  });
  await loadNodeImages(folder);
}

function configuration(folder: string): string {
  return `version = 3
root = "${join(folder, "containerd")}"
state = "/run/containerd"
# They make folders elsewhere, and nobody needs them.
disabled_plugins = ["io.containerd.internal.v1.opt", "io.containerd.nri.v1.nri"]

[grpc]
address = "${containerdSocket(folder)}"

[plugins."io.containerd.cri.v1.images".pinned_images]
sandbox = "${sandboxImage}"

[plugins."io.containerd.cri.v1.runtime"]
# Without CAP_SYS_RESOURCE, which machines that are containers lack, no pod would start.
restrict_oom_score_adj = true
# A profile would be loaded into the machine's kernel and stay there.
disable_apparmor = true

[plugins."io.containerd.cri.v1.runtime".cni]
bin_dirs = ["${cniPlugins}"]
conf_dir = "${cniFolder(folder)}"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc]
runtime_type = "io.containerd.runc.v2"

[plugins."io.containerd.cri.v1.runtime".containerd.runtimes.runc.options]
SystemdCgroup = false
`;
}
