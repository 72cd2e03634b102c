import { references } from "../../expressions/reference.ts";
import { commonValues } from "../../kubernetes/common-values.ts";
import { extraValues } from "../../kubernetes/extra-objects.ts";
import { imageValues } from "../../kubernetes/image.ts";
import { boolean } from "../../values/boolean.ts";
import { group } from "../../values/group.ts";
import { rbac, serviceAccount } from "./values/access.ts";
import { chat } from "./values/chat.ts";
import { core } from "./values/core.ts";
import { embeddingWorker } from "./values/embedding-worker.ts";
import { httpRoute, ingress } from "./values/exposure.ts";
import { gateway } from "./values/gateway.ts";
import { jido } from "./values/jido.ts";
import { maintenance } from "./values/maintenance.ts";
import { networkPolicy } from "./values/network.ts";
import { logging, observability } from "./values/observability.ts";
import { embedding, llm, oauth, rerank } from "./values/providers.ts";
import { externalSecrets, secrets } from "./values/secrets.ts";
import { storage } from "./values/storage.ts";
import { tests, toolbox } from "./values/tests.ts";
import { workspace } from "./values/workspace.ts";

/** Everything that can be set, in the order in which a person thinks of it. */
export const values = group("Values of the foxctl chart.", {
  image: imageValues("foxctl's image. None is published: see the README on building it.", { repository: "foxctl" }),
  storage,
  secrets,
  externalSecrets,
  core,
  gateway,
  ingress,
  httpRoute,
  acceptUnauthenticated: boolean(
    "Let people reach the web pod without the gateway. It has no login: whoever reaches it rules it.",
    { default: false },
  ),
  chat,
  embedding,
  rerank,
  llm,
  oauth,
  jido,
  embeddingWorker,
  maintenance,
  workspace,
  observability,
  logging,
  networkPolicy,
  serviceAccount,
  rbac,
  toolbox,
  tests,
  ...commonValues,
  ...extraValues,
});

/** References to the values, for templates. */
export const given = references(values);
