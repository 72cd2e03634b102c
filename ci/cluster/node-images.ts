import { busybox } from "../images/busybox.ts";
import { type Image, ociImage } from "../images/oci-layout.ts";
import { loadImages } from "./load-image.ts";

/** The image of the containers that hold the namespaces of pods: nothing more than a process that stays. */
export const sandboxImage = "localhost/pause:1";

/** A shell and its tools for pods that try something: sh, wget (Debian's crashes on `-T`), httpd, nslookup … */
export const busyboxImage = "localhost/busybox:1";

/** Loads both images, which share their one layer. */
export async function loadNodeImages(folder: string): Promise<void> {
  const layers = [[...(await busybox()), { path: "/tmp", directory: true, mode: 0o1777 } as const]];
  const images: readonly Image[] = [
    { name: sandboxImage, layers, config: { User: "65535:65535", Entrypoint: ["/bin/busybox", "sleep", "infinity"] } },
    { name: busyboxImage, layers, config: { Cmd: ["sh"] } },
  ];
  for (const image of images) await loadImages(folder, await ociImage(image));
}
