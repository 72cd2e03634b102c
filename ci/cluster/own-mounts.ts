import { mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { execa } from "execa";

/** Places outside of the cluster's folder that containerd, CNI and the kubelet write to, whatever they are told. */
const hidden = ["/run", "/var/log", "/var/lib"];

/** What the kubelet insists on, for the whole machine. It reads its own wishes instead and changes nothing. */
const kernelSettings: Readonly<Record<string, string>> = {
  "vm/overcommit_memory": "1",
  "vm/panic_on_oom": "0",
  "kernel/panic": "10",
  "kernel/panic_on_oops": "1",
  "kernel/keys/root_maxkeys": "1000000",
  "kernel/keys/root_maxbytes": "25000000",
};

/** The place a cluster cannot have its folder in, if it is in one. */
export function hiddenParent(folder: string): string | undefined {
  return hidden.find((place) => folder.startsWith(`${place}/`));
}

/**
 * For a process in a mount namespace of its own: from here on it and its children see the machine's files, but leave no
 * trace outside of the cluster's folder. The mounts end with the last of these processes, however it ends.
 */
export async function makeOwnMounts(): Promise<void> {
  // Within the namespace mounts are shared as on any node: volumes reach containers this way.
  await mount("--make-rshared", "/");
  await mount("-t", "tmpfs", "tmpfs", "/run");
  await mount("-t", "tmpfs", "tmpfs", "/var/log");
  const [upper, work] = ["/run/var-lib/upper", "/run/var-lib/work"];
  for (const folder of [upper, work]) await mkdir(folder, { recursive: true });
  await mount("-t", "overlay", "overlay", "-o", `lowerdir=/var/lib,upperdir=${upper},workdir=${work}`, "/var/lib");
  await mkdir("/run/kernel-settings");
  for (const [name, value] of Object.entries(kernelSettings)) {
    const file = join("/run/kernel-settings", basename(name));
    await writeFile(file, `${value}\n`);
    await mount("--bind", file, join("/proc/sys", name));
  }
}

async function mount(...words: readonly string[]): Promise<void> {
  await execa("mount", words);
}
