/** What the overlays of several pods have in common. Source: reference foxctl.md, sections 2.1 and 2.2. */
export const production = {
  embedding: { fromSecret: "baseUrlAndApiKey" },
  rerank: { fromSecret: "baseUrlAndApiKey" },
  oauth: { enabled: true },
  embeddingWorker: { enabled: true, autoscaling: { enabled: true } },
  maintenance: {
    pagerank: { enabled: true },
    casGc: { enabled: true },
    sessionCleanup: { enabled: true },
  },
  observability: { retention: { enabled: true } },
  networkPolicy: { prometheus: { enabled: true } },
} as const;
