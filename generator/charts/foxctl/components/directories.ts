import { always, equals } from "../../../expressions/condition.ts";
import { when } from "../../../template/when.ts";
import { claim } from "../../../topology/claim.ts";
import type { Directory } from "../../../topology/component.ts";
import { given } from "../values.ts";

const { storage, core } = given;

/**
 * Home, cache and storage root in one. foxctl opens its stores in the storage root as it starts and is ready only while
 * it can write there, so it must be the root of a volume: nothing makes a folder below (reference foxctl.md, 3.3).
 */
export const home = "/var/cache/foxctl";

/** Where observability data is written. */
const logs = "/var/log/foxctl";

const emptyDirectory = { emptyDir: { sizeLimit: storage.scratch.cache } };

/** What every foxctl process may write to under its read-only root. */
export const directories: Readonly<Record<string, Directory>> = {
  cache: { path: home, volume: emptyDirectory, when: always },
  logs: { path: logs, volume: { emptyDir: { sizeLimit: storage.scratch.logs } }, when: always },
  tmp: { path: "/tmp", volume: { emptyDir: { sizeLimit: storage.scratch.tmp } }, when: always },
};

/** The claim of the web pod's cache. */
export const cacheClaim = claim("cache", core.cache, { helper: "cacheClaim", content: "the web pod's cache" });

/** The same for the web pod, which may keep its cache on a claim. */
export const coreDirectories: Readonly<Record<string, Directory>> = {
  ...directories,
  cache: {
    path: home,
    volume: when(
      equals(core.cache.kind, "claim"),
      { persistentVolumeClaim: { claimName: cacheClaim.name } },
      emptyDirectory,
    ),
    when: always,
  },
};
