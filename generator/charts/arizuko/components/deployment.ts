import type { IContainer } from "kubernetes-models/v1";
import { always } from "../../../expressions/condition.ts";
import { sum } from "../../../expressions/number.ts";
import type { Document } from "../../../template/document.ts";
import { when, whenSet } from "../../../template/when.ts";
import type { Component } from "../../../topology/component.ts";
import { configMap } from "../../../topology/config-map.ts";
import { deployment } from "../../../topology/deployment.ts";
import { type ContainerBody, containerHelper } from "../../../topology/pod.ts";
import { given } from "../values.ts";
import { account } from "./access.ts";
import { adapters } from "./adapters.ts";
import { authd, authdContainer } from "./authd.ts";
import { config } from "./configuration.ts";
import { dashd, dashdContainer } from "./dashd.ts";
import { dataClaim } from "./data.ts";
import { engine, engineClaim, engineContainer } from "./engine.ts";
import { initDataContainer } from "./init-data.ts";
import { onbod, onbodContainer } from "./onbod.ts";
import { davd, davdContainer, vited, vitedContainer } from "./pages.ts";
import { proxyd, proxydContainer } from "./proxyd.ts";
import { routd, routdContainer } from "./routd.ts";
import { routesChecksum, routesDocument } from "./routes.ts";
import { runed, runedContainer } from "./runed.ts";
import { speaking, speakingContainer, ttsd, ttsdContainer } from "./speech.ts";
import { system } from "./system.ts";
import { timed, timedContainer } from "./timed.ts";
import { webd, webdContainer } from "./webd.ts";

const { agents, pod, replicas, rotation } = given;

/** Everything that runs in the pod, in the order in which a person thinks of it. */
export const daemons = [
  authd,
  routd,
  engine,
  runed,
  timed,
  onbod,
  dashd,
  webd,
  proxyd,
  vited,
  davd,
  ttsd,
  speaking,
  ...adapters.map(({ component }) => component),
] as const;

/** A daemon's container, in a file of its own. */
const there = (component: Component, container: ContainerBody) =>
  when<Omit<IContainer, "name">>(component.enabled, containerHelper(component, container));

/** How long the pod has beyond the turns under way, in seconds. */
const graceBeyondTurns = 30;

export const systemDocuments: readonly Document[] = [
  configMap(config),
  routesDocument,
  dataClaim,
  engineClaim,
  deployment(system, {
    pod,
    terminationGracePeriodSeconds: sum(graceBeyondTurns, agents.shutdownGraceSeconds),
    // Reloader restarts the pod when what it refers to changes (Reloader documentation, "Automatic Reload").
    ownAnnotations: { "reloader.stakater.com/auto": when<string>(rotation.reloader, "true") },
    annotations: { "checksum/routes": routesChecksum, "arizuko/restarted-at": whenSet(rotation.restartedAt) },
    guests: daemons,
    serviceAccount: { name: account.name, automountToken: false },
    replicas,
    recreate: always,
    // What the others need comes up before them and ends after them (Kubernetes documentation, "Sidecar Containers").
    initContainers: {
      "init-data": there(system, initDataContainer),
      authd: there(authd, authdContainer),
      dind: there(engine, engineContainer),
      routd: there(routd, routdContainer),
    },
    containers: {
      onbod: there(onbod, onbodContainer),
      dashd: there(dashd, dashdContainer),
      webd: there(webd, webdContainer),
      proxyd: there(proxyd, proxydContainer),
      runed: there(runed, runedContainer),
      timed: there(timed, timedContainer),
      vited: there(vited, vitedContainer),
      davd: there(davd, davdContainer),
      ttsd: there(ttsd, ttsdContainer),
      speech: there(speaking, speakingContainer),
    },
    computedContainers: adapters.map(({ containers }) => containers),
  }),
];
