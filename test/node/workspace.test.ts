import { beforeAll, describe, expect, test } from "vitest";
import type { Release } from "../cluster/helm.ts";
import { podIds } from "./pods-of.ts";
import { inNamespace, installed, newRelease, upgraded } from "./release.ts";

/** A workspace of a repository, with what it takes to be let in there. */
const withCredentials = (credentials: string, repository: string, ...keys: readonly string[]): readonly string[] => [
  "--set",
  [
    "storage.driver=postgres",
    "storage.cas.driver=s3",
    "storage.cas.s3.bucket=test",
    "secrets.postgres.values.dsn=postgres://test:test@postgres:5432/test",
    "workspace.enabled=true",
    `workspace.gitSync.repository=${repository}`,
    `workspace.gitSync.credentials=${credentials}`,
    ...keys.map((key) => `secrets.git.values.${key}=test`),
  ].join(),
];

describe("a workspace beside a checkout of a repository", () => {
  let release: Release;
  beforeAll(async () => {
    release = await newRelease("foxctl", "foxctl-workspace");
    // git-sync can read the key, which belongs to another user, or it would end.
    await installed(release, ...withCredentials("ssh", "git@git.example.com:team/project.git", "sshKey", "knownHosts"));
  });

  const inWorkspace = (script: string): Promise<string> =>
    inNamespace(release, "exec", "deployment/foxctl-workspace", "-c", "foxctl", "--", "/bin/sh", "-c", script);

  test("foxctl sees what git-sync fetched, and cannot change it", async () => {
    expect(await inWorkspace('cat "$FOXCTL_WORKSPACE/README.md"')).toBe("git@git.example.com:team/project.git");
    await expect(inWorkspace('echo changed > "$FOXCTL_WORKSPACE/README.md"')).rejects.toThrow(/Read-only file system/);
  });

  test("another repository takes its place, and the web pod stays", async () => {
    const before = await podIds(release, "core");
    await upgraded(release, ...withCredentials("https", "https://git.example.com/team/other", "username", "token"));
    expect(await inWorkspace('cat "$FOXCTL_WORKSPACE/README.md"')).toBe("https://git.example.com/team/other");
    expect(await podIds(release, "core")).toEqual(before);
  });
});
