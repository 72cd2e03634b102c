import { profile } from "./profile.ts";

/** Source: reference foxctl.md, section 3.2. */
export const foxctlCurrent = profile({
  name: "foxctl-current",
  purpose: "Fits a foxctl built from its public source as it reads today.",
  prerequisites: [],
  remarks: [
    "There are no commands health, drain and worker, hence probes by HTTP, a sleep before the end, and no worker.",
    "The garbage collection of artifacts sees files only, not S3; ranking and session clean-up have no command.",
  ],
  layer: true,
  values: {
    core: { probes: { mode: "http" }, preStop: { mode: "sleep" } },
    embeddingWorker: { enabled: false },
    maintenance: {
      pagerank: { enabled: false },
      casGc: { command: ["foxctl", "cas", "gc", "--older-than=168h"] },
      sessionCleanup: { enabled: false },
    },
  },
});
