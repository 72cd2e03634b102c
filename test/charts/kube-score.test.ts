import { execa } from "execa";
import { expect, test } from "vitest";
import { kubernetesVersions } from "../../ci/kubernetes-versions.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { template } from "./helm.ts";
import { profilePresets } from "./preset.ts";

/** What kube-score says of one object. */
interface Score {
  readonly object_name: string;
  readonly checks: readonly {
    readonly check: { readonly id: string };
    /** 1 is CRITICAL. */
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}

const critical = 1;

/** A finding that is no mistake: of a check, of one container or of all. */
interface Accepted {
  readonly check: string;
  readonly path?: string;
  readonly summary: RegExp;
}

/** What the charts do on purpose, with the reason. */
const accepted: readonly Accepted[] = [
  // The programs run as the user their images are built for, which is 1000.
  { check: "container-security-context-user-group-id", summary: /low (user|group) ID/ },
  // Images are named by version, so asking the registry each time gains nothing.
  { check: "container-image-pull-policy", summary: /./ },
  // arizuko's Docker engine, in the profiles with agents, is root and privileged: Docker needs it.
  { check: "container-security-context-privileged", path: "dind", summary: /./ },
  { check: "container-security-context-readonlyrootfilesystem", path: "dind", summary: /./ },
];

test.each(profilePresets)("kube-score finds nothing critical in $chart $name", async (preset) => {
  const manifest = await template("helm4", preset);
  const [oldest = ""] = Object.keys(kubernetesVersions);
  const words = ["score", "--kubernetes-version", `v${oldest}`, "--output-format", "json", "-"];
  const { stdout } = await execa(await toolPath("kube-score"), words, { input: manifest, reject: false });
  const scores: readonly Score[] = JSON.parse(stdout);
  expect(scores.length).toBeGreaterThan(0);
  expect(scores.flatMap(findings)).toEqual([]);
});

function findings({ object_name, checks }: Score): readonly string[] {
  return checks
    .filter(({ grade, skipped }) => grade === critical && !skipped)
    .flatMap(({ check: { id }, comments }) =>
      (comments ?? [])
        .filter(({ path, summary }) => !accepted.some((known) => isAccepted(known, { id, path, summary })))
        .map(({ path, summary }) => `${object_name} ${id}: ${path} ${summary}`),
    );
}

function isAccepted(known: Accepted, found: { readonly id: string; readonly path: string; readonly summary: string }) {
  const ofPath = known.path === undefined || known.path === found.path;
  return known.check === found.id && ofPath && known.summary.test(found.summary);
}
