import type { IVolume } from "kubernetes-models/v1";
import { always, and, equals } from "../../../expressions/condition.ts";
import { imageName } from "../../../kubernetes/image.ts";
import { resources } from "../../../kubernetes/resources.ts";
import { type Document, document } from "../../../template/document.ts";
import type { Maybe } from "../../../template/hole.ts";
import { when } from "../../../template/when.ts";
import { claim, claimBody } from "../../../topology/claim.ts";
import { component } from "../../../topology/component.ts";
import type { ContainerBody } from "../../../topology/pod.ts";
import { given } from "../values.ts";
import { withAgents, withDind } from "./conditions.ts";
import { asked } from "./daemon.ts";
import { wholeVolume } from "./data.ts";
import { agentsWorld } from "./outside.ts";
import { system } from "./system.ts";

const { agents, probes } = given;
const { dind } = agents;

/** Where the engine's socket is, for runed and for nobody else. */
export const socketDirectory = "/run/docker";
export const socketOfEngine = `${socketDirectory}/docker.sock`;

/** The engine's own images and containers. */
const storage = "/var/lib/docker";

/**
 * Agents share the pod's network: what comes from their bridges to the pod's own addresses is dropped, since daemons
 * that cannot be bound to the loopback address would believe them. The engine starts only where that is so.
 */
const startScript = `iptables -L -n >/dev/null 2>&1 || export PATH="/usr/local/sbin/.iptables-legacy:$PATH"
families=iptables
[ ! -e /proc/net/if_inet6 ] || families="iptables ip6tables"
for family in $families; do
  for bridge in docker0 br-+; do
    rule="INPUT -i $bridge -m conntrack ! --ctstate ESTABLISHED,RELATED -j DROP"
    $family -C $rule 2>/dev/null || $family -I $rule
  done
done
exec dockerd-entrypoint.sh dockerd --host=unix://${socketOfEngine} --group=1000
`;

export const engineContainer: ContainerBody = {
  image: imageName(dind.image),
  imagePullPolicy: dind.image.pullPolicy,
  command: ["/bin/sh", "-ec", startScript],
  restartPolicy: "Always",
  env: [{ name: "DOCKER_TLS_CERTDIR", value: "" }],
  startupProbe: asked(probes.startup, { exec: { command: ["docker", "--host", `unix://${socketOfEngine}`, "info"] } }),
  resources: resources(dind.resources),
  securityContext: dind.securityContext,
  volumeMounts: [
    { name: wholeVolume.volume, mountPath: wholeVolume.at },
    { name: "docker-socket", mountPath: socketDirectory },
    { name: "docker-storage", mountPath: storage },
  ],
};

const images = claim("docker", dind.storage, { helper: "engineClaim", content: "the Docker engine's images" });

const onClaim = equals(dind.storage.kind, "claim");
type Volume = Omit<IVolume, "name">;

/** The volumes between runed and the engine, by name. */
const engineVolumes: Readonly<Record<string, Maybe<Volume>>> = {
  "docker-socket": when<Volume>(
    withAgents,
    when<Volume>(
      withDind,
      { emptyDir: { sizeLimit: "1Mi" } },
      { hostPath: { path: agents.hostSocket.path, type: "Socket" } },
    ),
  ),
  "docker-storage": when<Volume>(
    withDind,
    when<Volume>(
      onClaim,
      { persistentVolumeClaim: { claimName: images.name } },
      { emptyDir: { sizeLimit: dind.storage.size } },
    ),
  ),
};

/** The Docker engine within the pod. Source: reference arizuko.md, section 8. */
export const engine = component({
  name: "dind",
  suffix: "dind",
  description: "The Docker engine within the pod, in which agents run.",
  enabled: withDind,
  within: system,
  connections: [{ to: agentsWorld, when: always }],
  volumes: engineVolumes,
});

export const engineClaim: Document = document({
  file: "system/docker-claim",
  comment: "The images of the Docker engine within the pod, which can be pulled again.",
  condition: and(withDind, onClaim, images.made),
  body: claimBody(images, { accessMode: "ReadWriteOnce" }),
});
