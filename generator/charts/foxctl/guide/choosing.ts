import type { Chapter, Profile } from "../../../topology/chart.ts";
import { codeCell, paragraph, table } from "../../../topology/markdown.ts";
import type { Infer } from "../../../values/declaration.ts";
import { defaultOf } from "../../../values/defaults.ts";
import { merged } from "../../../values/merge.ts";
import { base } from "../profiles/base.ts";
import { local } from "../profiles/local.ts";
import { postgres } from "../profiles/postgres.ts";
import { publicGui } from "../profiles/public-gui.ts";
import { publicGuiLocal } from "../profiles/public-gui-local.ts";
import { values } from "../values.ts";

type Values = Infer<typeof values>;

const use: readonly (readonly [what: string, profile?: Profile<typeof values>])[] = [
  ["A first look, nothing to prepare"],
  ["Development, a single node", local],
  ["Production, state shared by several pods", postgres],
  ["People sign in from the internet", publicGui],
  ["Trying out the sign-in", publicGuiLocal],
  ["As the legacy manifests", base],
];

const stores: Readonly<Record<Values["storage"]["driver"], string>> = {
  sqlite: "SQLite",
  postgres: "PostgreSQL",
  turso: "Turso",
};

const artifacts: Readonly<Record<Values["storage"]["cas"]["driver"], string>> = {
  sqlite: "SQLite",
  file: "files",
  s3: "S3",
};

const probes: Readonly<Record<Values["core"]["probes"]["mode"], string>> = {
  http: "HTTP `/healthz`, `/readyz`",
  exec: "commands",
  off: "none",
};

function rowOf(what: string, profile?: Profile<typeof values>): readonly string[] {
  const { storage, core, gateway } = merged(defaultOf(values), profile?.values ?? {}) as Values;
  const { enabled, minReplicas, maxReplicas } = core.autoscaling;
  return [
    what,
    profile ? codeCell(profile.name) : "none",
    `${stores[storage.driver]}, ${artifacts[storage.cas.driver]}${storage.driver === "sqlite" ? ` in ${core.cache.kind === "claim" ? "a claim" : "an emptyDir"}` : ""}`,
    enabled ? `${minReplicas} to ${maxReplicas}` : String(core.replicas),
    probes[core.probes.mode],
    gateway.enabled ? "gateway" : "port-forward",
  ];
}

/** Source: seed 000, "Choosing an Overlay". */
export const choosingChapter: Chapter = {
  title: "Choosing a profile",
  paragraphs: [
    paragraph(
      "Start from the profile that keeps state the way you want, and lay a file of your own over it. One pod with a claim",
      "(`core.cache.kind` `claim`) is enough for a team; several pods need PostgreSQL and S3.",
    ),
    table(
      ["Use", "Profile", "Stores, artifacts", "Web pods", "Probes", "Way in"],
      use.map(([what, profile]) => rowOf(what, profile)),
    ),
    paragraph(
      "Profiles run the commands that foxctl's documentation has. A binary built from today's public source lacks some of",
      "them: add `foxctl-current` after the profile.",
    ),
  ],
};
