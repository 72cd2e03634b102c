import { references } from "../../expressions/reference.ts";
import { commonValues } from "../../kubernetes/common-values.ts";
import { processValues } from "../../kubernetes/container-values.ts";
import { extraValues } from "../../kubernetes/extra-objects.ts";
import { imageValues } from "../../kubernetes/image.ts";
import { onePodValues } from "../../kubernetes/pod-values.ts";
import { resourceValues } from "../../kubernetes/resources.ts";
import { serviceAccountValues } from "../../topology/service-account.ts";
import { testValues } from "../../topology/test-values.ts";
import { group } from "../../values/group.ts";
import { adapters } from "./values/adapters.ts";
import { agents } from "./values/agents.ts";
import {
  authd,
  dashd,
  davd,
  media,
  onbod,
  proxyd,
  routd,
  speech,
  telemetry,
  timed,
  vited,
  webd,
} from "./values/daemons.ts";
import { httpRoute, ingress, service } from "./values/exposure.ts";
import { instance } from "./values/instance.ts";
import { networkPolicy } from "./values/network.ts";
import { oauth } from "./values/oauth.ts";
import { persistence } from "./values/persistence.ts";
import { probes } from "./values/probes.ts";
import { externalSecrets, rotation, secrets } from "./values/secrets.ts";

/** Everything that can be set, in the order in which a person thinks of it. */
export const values = group("Values of the arizuko chart.", {
  image: imageValues("arizuko's image. None is published: see the README on building it.", { repository: "arizuko" }),
  ...instance,
  persistence,
  secrets,
  externalSecrets,
  rotation,
  agents,
  adapters,
  oauth,
  service,
  ingress,
  httpRoute,
  authd,
  routd,
  timed,
  onbod,
  dashd,
  webd,
  proxyd,
  vited,
  davd,
  media,
  speech,
  telemetry,
  networkPolicy,
  initData: group("The container that prepares the data directory.", {
    resources: resourceValues(["50m", "64Mi", "64Mi"], ["500m", "256Mi", "256Mi"]),
    ...processValues(),
  }),
  pod: onePodValues(),
  probes,
  serviceAccount: serviceAccountValues("arizuko", {}),
  tests: testValues(),
  ...commonValues,
  ...extraValues,
});

/** References to the values, for templates. */
export const given = references(values);
