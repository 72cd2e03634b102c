import { duration } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { decimal } from "../../../values/decimal.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

const url = "https?://.+";

const fromSecret = oneOf("What of it secrets.foxctl holds, where it has these keys.", {
  options: ["none", "apiKey", "baseUrlAndApiKey"],
  default: "none",
});

/** Source: reference foxctl.md, section 4.3. */
export const embedding = group("The provider of embeddings.", {
  provider: oneOf("Kind of provider (FOXCTL_EMBEDDING_PROVIDER).", {
    options: ["openai_compat", "openai-compatible", "lmstudio", "voyage", "gemini"],
    default: "openai_compat",
  }),
  model: text("Model (FOXCTL_EMBEDDING_MODEL).", { default: "text-embedding-qwen3-embedding-8b", minLength: 1 }),
  baseUrl: text("Address (FOXCTL_EMBEDDING_BASE_URL), unless secrets.foxctl holds it.", {
    example: "http://embedding-service:1234/v1",
    pattern: url,
  }),
  dimensions: integer("Size of the vectors (FOXCTL_EMBEDDING_DIMENSIONS), which must fit the model.", {
    default: 4096,
    minimum: 1,
  }),
  fromSecret,
});

/** Source: reference foxctl.md, section 4.3. */
export const rerank = group("The provider that ranks search results.", {
  enabled: boolean("Whether results are ranked (FOXCTL_RERANK_ENABLED).", { default: false }),
  provider: oneOf("Kind of provider (FOXCTL_RERANK_PROVIDER).", {
    options: ["qwen", "openai_compat", "openai-compatible", "local", "noop"],
    default: "qwen",
  }),
  model: text("Model (FOXCTL_RERANK_MODEL).", { default: "Qwen/Qwen3-Reranker-0.6B", minLength: 1 }),
  baseUrl: text("Address (FOXCTL_RERANK_BASE_URL), unless secrets.foxctl holds it.", {
    example: "http://rerank-service:8000/v1",
    pattern: url,
  }),
  topK: integer("How many results are looked at (FOXCTL_RERANK_TOP_K).", { default: 50, minimum: 1 }),
  finalK: integer("How many remain (FOXCTL_RERANK_FINAL_K).", { default: 10, minimum: 1 }),
  scoreBlend: decimal("Weight of the new rank against the old (FOXCTL_RERANK_SCORE_BLEND).", {
    default: 1,
    minimum: 0,
    maximum: 1,
  }),
  timeout: text("How long an answer may take (FOXCTL_RERANK_TIMEOUT).", {
    default: "60s",
    pattern: duration,
  }),
  fromSecret,
});

/** Source: reference foxctl.md, section 4.3. */
export const llm = group("The provider of the language model.", {
  provider: oneOf("Kind of provider (FOXCTL_LLM_PROVIDER).", {
    options: [
      "none",
      "anthropic",
      "bedrock",
      "cerebras",
      "gemini",
      "groq",
      "lmstudio",
      "openai",
      "openai_compat",
      "openrouter",
    ],
    default: "none",
  }),
  model: text("Model (FOXCTL_LLM_MODEL)."),
  baseUrl: text("Address (FOXCTL_LLM_BASE_URL).", { pattern: url }),
  authMode: oneOf("How the API key is sent (FOXCTL_LLM_AUTH_MODE).", {
    options: ["auto", "none", "bearer", "header"],
    default: "auto",
  }),
  authHeader: text("Header of the API key (FOXCTL_LLM_AUTH_HEADER)."),
  authPrefix: text("What stands before the API key (FOXCTL_LLM_AUTH_PREFIX)."),
  apiKeyFromSecret: boolean("Take the API key from secrets.foxctl (FOXCTL_LLM_API_KEY).", { default: false }),
});

/** Source: reference foxctl.md, section 4.2. */
export const oauth = group("The broker of OAuth tokens for agents.", {
  enabled: boolean("Hand foxctl the key that encrypts OAuth tokens (FOXCTL_OAUTH_ENC_KEY).", { default: false }),
  callbackUrl: text("Address that providers send people back to (FOXCTL_OAUTH_CALLBACK_URL).", { pattern: url }),
});
