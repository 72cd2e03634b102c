import { createHash } from "node:crypto";
import { type ParsedTarEntryWithData, unpackTar } from "modern-tar";
import { expect, test } from "vitest";
import type { Entry } from "../../../ci/images/layer.ts";
import { fullName, type Image, ociImage } from "../../../ci/images/oci-layout.ts";

const program = new TextEncoder().encode("a program");

const image: Image = {
  name: "demo:1.0",
  layers: [
    [{ path: "/usr/bin/demo", content: program }],
    [
      { path: "/data", directory: true, owner: 1000, mode: 0o750 },
      { path: "/bin/demo", linkTo: "/usr/bin/demo" },
    ],
  ],
  config: { User: "1000:1000", Entrypoint: ["demo"], Env: ["PORT=8080"] },
};

interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** The image's files, and what its index leads to, as the one who loads it reads them. */
async function load(archive: Uint8Array) {
  const files = new Map((await unpackTar(archive)).map(({ header, data }) => [header.name, data ?? new Uint8Array()]));
  const read = (name: string): Uint8Array => files.get(name) ?? expect.fail(`no ${name} in the archive`);
  const blob = ({ digest, size }: Descriptor): Uint8Array => {
    const content = read(`blobs/${digest.replace(":", "/")}`);
    expect(`sha256:${createHash("sha256").update(content).digest("hex")}`).toBe(digest);
    expect(content).toHaveLength(size);
    return content;
  };
  const [described, ...more]: Descriptor[] = parse(read("index.json")).manifests;
  expect(more).toEqual([]);
  if (described === undefined) expect.fail("no image in the index");
  const manifest: { config: Descriptor; layers: Descriptor[] } = parse(blob(described));
  return {
    layout: parse(read("oci-layout")),
    name: described.annotations?.["io.containerd.image.name"],
    config: parse(blob(manifest.config)),
    layerDigests: manifest.layers.map(({ digest }) => digest),
    layers: await Promise.all(manifest.layers.map((layer) => unpackTar(blob(layer)))),
  };
}

function parse(content: Uint8Array) {
  return JSON.parse(new TextDecoder().decode(content));
}

function listed({ header, data }: ParsedTarEntryWithData) {
  const { type, name, mode, uid, gid, linkname } = header;
  return [type, name, mode, uid, gid, type === "file" ? new TextDecoder().decode(data) : linkname];
}

test("an archive leads from its name to settings and layers, each under its digest", async () => {
  const loaded = await load(await ociImage(image));
  expect(loaded.layout).toEqual({ imageLayoutVersion: "1.0.0" });
  expect(loaded.name).toBe("docker.io/library/demo:1.0");
  expect(loaded.config).toMatchObject({
    os: "linux",
    config: { User: "1000:1000", Entrypoint: ["demo"], Env: [expect.stringMatching(/^PATH=/), "PORT=8080"] },
    rootfs: { type: "layers", diff_ids: loaded.layerDigests },
  });
});

test("a layer lists folders before what is in them, with owners and permissions", async () => {
  const { layers } = await load(await ociImage(image));
  expect(layers.map((layer) => layer.map(listed))).toEqual([
    [
      ["directory", "usr/", 0o755, 0, 0, ""],
      ["directory", "usr/bin/", 0o755, 0, 0, ""],
      ["file", "usr/bin/demo", 0o755, 0, 0, "a program"],
    ],
    [
      ["directory", "bin/", 0o755, 0, 0, ""],
      ["symlink", "bin/demo", 0o755, 0, 0, "/usr/bin/demo"],
      ["directory", "data/", 0o750, 1000, 1000, ""],
    ],
  ]);
});

test("the same image is the same bytes, in whatever order its files are listed", async () => {
  const reversed = (entries: readonly Entry[]) => [...entries].reverse();
  const again = await ociImage({ ...image, layers: image.layers.map(reversed) });
  expect(Buffer.from(again).equals(await ociImage(image))).toBe(true);
});

test.each([
  ["busybox:1.37.0", "docker.io/library/busybox:1.37.0"],
  ["org/app:1", "docker.io/org/app:1"],
  ["registry.k8s.io/pause:3.10", "registry.k8s.io/pause:3.10"],
  ["localhost/app:1", "localhost/app:1"],
  ["registry:5000/app:1", "registry:5000/app:1"],
])("the container runtime knows %s as %s", (name, want) => {
  expect(fullName(name)).toBe(want);
});
