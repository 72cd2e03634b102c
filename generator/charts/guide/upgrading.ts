import { paragraph, shell } from "../../topology/markdown.ts";

/** A release called as its chart, and what Kubernetes calls its main Deployment. */
interface Upgraded {
  readonly release: string;
  readonly deployment: string;
}

/** The commands of an upgrade that keeps the user's values. */
export function upgrade({ release, deployment }: Upgraded): string {
  return shell(
    `helm upgrade ${release} charts/${release} --reset-then-reuse-values`,
    `kubectl rollout status ${deployment}`,
    `helm history ${release}`,
  );
}

/** Why by that option. */
export const keptValues =
  "`--reset-then-reuse-values` starts from the new chart's defaults and lays your values over them. With `--reuse-values` " +
  "what is new in the chart is missing, and Helm refuses. Naming your files again (`-f`) does as well.";

/** The commands of a rollback, and what may be in its way. */
export function rollback({ release, deployment }: Upgraded): readonly string[] {
  return [
    shell(`helm rollback ${release}`, `kubectl rollout status ${deployment}`),
    paragraph(
      "Helm 4's rollback refuses (`conflict with`) where somebody has changed an object by kubectl since, such as a Secret's",
      "value that was rotated; `--force-conflicts` would bring the old value back. An upgrade with what there was keeps it:",
      `\`helm get values ${release} --revision N\` has the values of revision N.`,
    ),
  ];
}
