import { documentedCommands, profile } from "./profile.ts";
import { documentedImage } from "./stand-ins.ts";

/** Source: seed 000, "Local development"; reference foxctl.md, sections 2.1 and 2.2. */
export const local = profile({
  name: "local",
  purpose: "A single pod for development and tests: SQLite and files in an emptyDir, lost with the pod.",
  prerequisites: ["The image `foxctl` on the node: it is never pulled."],
  remarks: [documentedCommands],
  values: {
    image: { pullPolicy: "Never" },
    storage: { driver: "sqlite", cas: { driver: "file" } },
    core: {
      replicas: 1,
      probes: { mode: "exec" },
      preStop: { mode: "drain" },
      env: { FOXCTL_V2_EVENTS_DB_DRIVER: { value: "sqlite" } },
      resources: {
        requests: { cpu: "50m", memory: "128Mi" },
        limits: { cpu: "500m", memory: "512Mi" },
      },
    },
    embeddingWorker: { enabled: true, replicas: 0 },
    maintenance: {
      pagerank: { enabled: true, suspend: true },
      casGc: { enabled: true, suspend: true },
      sessionCleanup: { enabled: true, suspend: true },
    },
  },
  ci: { values: { image: documentedImage } },
});
