import type { Source } from "../../../topology/connection.ts";
import { external, source } from "../../../topology/external.ts";
import { given } from "../values.ts";

const { networkPolicy } = given;

/** What foxctl talks to outside of the release. */
export const postgres = external("PostgreSQL", "The stores.", networkPolicy.postgres);
export const turso = external("Turso", "The stores.", networkPolicy.turso);
export const s3 = external("S3", "Artifacts.", networkPolicy.s3);
export const embeddingProvider = external("Embedding provider", "Vectors for search.", networkPolicy.embedding);
export const rerankProvider = external("Reranking provider", "Ranks of search results.", networkPolicy.rerank);
export const llmProvider = external("Language model", "Answers of agents.", networkPolicy.llm);
export const mailServer = external("Mail server", "Sign-in links.", networkPolicy.smtp);
export const chatPlatform = external("Chat platform", "Messages.", networkPolicy.chat);
export const gitServer = external("Git server", "The workspace's repository.", networkPolicy.git);
export const oauthProviders = external("OAuth providers", "Tokens for agents.", networkPolicy.oauth);

/** Who talks to foxctl from outside of the release. */
export const ingressController = source(
  "Ingress controller",
  "People, and Microsoft Teams.",
  networkPolicy.ingressController,
);
export const prometheus = source("Prometheus", "Scrapes.", networkPolicy.prometheus);
export const clients: Source = {
  name: "Clients",
  description: "Programs in the cluster that core.clients names.",
  peers: given.core.clients,
};
