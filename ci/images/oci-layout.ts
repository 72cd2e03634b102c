import { createHash } from "node:crypto";
import { packTar, type TarEntry } from "modern-tar";
import { type Entry, layerArchive } from "./layer.ts";

/** What a container engine would build from a Dockerfile. */
export interface Image {
  /** As in a pod: `busybox:1.37.0`, `registry.k8s.io/pause:3.10`. */
  readonly name: string;
  /** From the bottom up. A layer that several images share is kept once by whoever loads them. */
  readonly layers: readonly (readonly Entry[])[];
  readonly config?: ImageConfig;
}

/** Settings of an image, under the names the OCI image specification gives them. */
export interface ImageConfig {
  /** User, or user and group, by number: `1000:1000`. */
  readonly User?: string;
  readonly WorkingDir?: string;
  /** `NAME=value`, besides PATH. */
  readonly Env?: readonly string[];
  readonly Entrypoint?: readonly string[];
  readonly Cmd?: readonly string[];
}

const mediaTypes = {
  index: "application/vnd.oci.image.index.v1+json",
  manifest: "application/vnd.oci.image.manifest.v1+json",
  config: "application/vnd.oci.image.config.v1+json",
  layer: "application/vnd.oci.image.layer.v1.tar",
};

const path = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** What the specification calls Node.js's names of processors. */
const architectures: Readonly<Record<string, string>> = { x64: "amd64", arm64: "arm64" };

interface Blob {
  readonly mediaType: string;
  readonly digest: string;
  readonly size: number;
  readonly content: Uint8Array;
}

/**
 * A tar archive in the OCI image layout, which `ctr images import` reads; made without a container engine, and the same bytes
 * each time. For this machine's kind of processor.
 */
export async function ociImage({ name, layers, config = {} }: Image): Promise<Uint8Array> {
  const layerBlobs = (await Promise.all(layers.map(layerArchive))).map((content) => blob(mediaTypes.layer, content));
  const configBlob = jsonBlob(mediaTypes.config, {
    architecture: architectures[process.arch] ?? process.arch,
    os: "linux",
    config: { ...config, Env: [path, ...(config.Env ?? [])] },
    // Layers are not compressed, so the digest of what they hold is their own.
    rootfs: { type: "layers", diff_ids: layerBlobs.map(({ digest }) => digest) },
  });
  const manifest = jsonBlob(mediaTypes.manifest, {
    schemaVersion: 2,
    mediaType: mediaTypes.manifest,
    config: descriptor(configBlob),
    layers: layerBlobs.map(descriptor),
  });
  const index = {
    schemaVersion: 2,
    mediaType: mediaTypes.index,
    // The name containerd gives the image.
    manifests: [{ ...descriptor(manifest), annotations: { "io.containerd.image.name": fullName(name) } }],
  };
  return packTar([
    file("oci-layout", json({ imageLayoutVersion: "1.0.0" })),
    file("index.json", json(index)),
    ...[manifest, configBlob, ...layerBlobs].map(({ digest, content }) =>
      file(`blobs/${digest.replace(":", "/")}`, content),
    ),
  ]);
}

/** The name that the kubelet asks the container runtime for: `busybox:1.37.0` is short for one at Docker Hub. */
export function fullName(name: string): string {
  const [first = "", ...rest] = name.split("/");
  if (rest.length === 0) return `docker.io/library/${name}`;
  return /[.:]/.test(first) || first === "localhost" ? name : `docker.io/${name}`;
}

function blob(mediaType: string, content: Uint8Array): Blob {
  const digest = `sha256:${createHash("sha256").update(content).digest("hex")}`;
  return { mediaType, digest, size: content.length, content };
}

function jsonBlob(mediaType: string, value: unknown): Blob {
  return blob(mediaType, json(value));
}

function descriptor({ mediaType, digest, size }: Blob): Omit<Blob, "content"> {
  return { mediaType, digest, size };
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

function file(name: string, content: Uint8Array): TarEntry {
  return { header: { name, size: content.length, mtime: new Date(0) }, body: content };
}
