import { execa } from "execa";
import { toolPath } from "../tools/install.ts";
import { containerdSocket } from "./containerd-socket.ts";

/** Puts the images of an archive, in the layout of OCI or of `docker save`, on the node of a cluster. Needs root. */
export async function loadImages(folder: string, archive: Uint8Array): Promise<void> {
  const words = ["--address", containerdSocket(folder), "--namespace", "k8s.io", "images", "import", "-"];
  const result = await execa(await toolPath("ctr"), words, { input: archive, reject: false });
  if (result.failed)
    throw new Error(`containerd did not take the image archive: ${result.stderr || result.shortMessage}`);
}
