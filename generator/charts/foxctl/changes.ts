import type { Releases } from "../../topology/release.ts";

export const releases: Releases = [
  {
    version: "0.1.0",
    changes: [
      {
        kind: "added",
        description: "Web API, chat, workspace, embedding worker, maintenance jobs and sign-in gateway.",
      },
      { kind: "added", description: "Profiles for development, production, public hosting and the legacy manifests." },
    ],
  },
];
