import { execa } from "execa";
import { projectFolder } from "../../ci/paths.ts";

/**
 * What tells ct which branch the charts are compared with: main of the remote, as in a pipeline or a fork, which
 * CT_REMOTE and CT_TARGET_BRANCH change; else the branch main of this repository, which Git also knows as heads/main.
 * Undefined where there is neither.
 */
export async function targetBranch(): Promise<readonly string[] | undefined> {
  const { CT_REMOTE: remote = "origin", CT_TARGET_BRANCH: branch = "main" } = process.env;
  for (const candidate of [remote, "heads"]) {
    if (await isCommit(`${candidate}/${branch}`)) return ["--remote", candidate, "--target-branch", branch];
  }
  return undefined;
}

async function isCommit(name: string): Promise<boolean> {
  const words = ["rev-parse", "--quiet", "--verify", `${name}^{commit}`];
  return !(await execa("git", words, { cwd: projectFolder, reject: false })).failed;
}
