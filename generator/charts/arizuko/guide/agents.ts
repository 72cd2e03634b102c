import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { socketOfEngine } from "../components/engine.ts";
import { values } from "../values.ts";
import {
  credentialsObject,
  dataDirectory,
  dataRoot,
  deployment,
  graceSeconds,
  images,
  keyName,
  release,
} from "./facts.ts";

const { agents } = values.children;
const { dind, hostSocket, maxConcurrent } = agents.children;
const memory = dind.children.resources.children.limits.children.memory.default;

/** The claim that the profile for KIND names. */
const kindClaim = "arizuko-data";

export const agentsChapter: Chapter = {
  title: "Agents",
  paragraphs: [
    paragraph(
      "An agent is a container that lives for one turn of a conversation. runed starts it with the command `docker`,",
      "and it talks to routd through a socket in the data directory. So routd, runed, the Docker engine and the agent",
      "need one kernel and one file system. `agents.mode` says where the engine is:",
    ),
    proseTable(
      ["`agents.mode`", "Engine", "Needs", "For"],
      ["`disabled`", "none", "nothing; see Without agents", "routing and adapters only"],
      ["`dind`", "a privileged container in the pod", "a namespace that admits privileged pods", "the working way"],
      ["`hostSocket`", "the node's own", "a node with Docker, `hostDataDir`, a hostPath volume", "development"],
    ),
    "### What both modes with agents need",
    bullets(
      `The key ${keyName("anthropicApiKey")} or ${keyName("claudeCodeOauthToken")} in the Secret. ` +
        "`agents.credential` says which one. `agents.openai` and `agents.codex` add two more.",
      `The agents' image, \`${images.agent}\` by default, where the Docker engine finds it.`,
      "Patience at the end: a turn under way may go on for `agents.shutdownGraceSeconds`, and the pod has 30 seconds " +
        `more, ${graceSeconds} by default. After that the turn is cut off, and routd takes the message up again at ` +
        "the next start.",
    ),
    paragraph(
      "timed runs only where agents do, since it makes work for nobody else. Its first tick after the very first start",
      "sends five tasks (`/compact-memories`) to agents, which costs model calls.",
    ),
    "### The engine in the pod (dind)",
    shell(
      `kubectl create namespace ${release}`,
      `kubectl label namespace ${release} pod-security.kubernetes.io/enforce=privileged`,
      `kubectl -n ${release} create secret generic ${credentialsObject} --from-literal=${keyName("anthropicApiKey")}=VALUE`,
      `helm -n ${release} upgrade --install ${release} charts/arizuko -f values/arizuko-dind.yaml \\`,
      "  --set agents.image.registry=registry.example.com",
    ),
    bullets(
      "The engine is privileged: whoever takes it over has the node. Only runed has its socket " +
        `(\`${socketOfEngine}\`), and it listens on no port.`,
      "It needs memory for all agents together: each has up to 1 GiB of shared memory and a browser. The limit is " +
        `\`agents.dind.resources.limits.memory\` (${memory}), the number at once \`agents.maxConcurrent\` ` +
        `(${maxConcurrent.default}).`,
      "Images are pulled into the engine, not by the node. `agents.dind.storage.kind` `claim` keeps them over restarts; " +
        "`emptyDir` pulls several GB again each time the pod starts. The first turn waits for the pull, within " +
        "`agents.runTimeout`.",
      "A registry that asks for a login: `agents.pullSecret` names a Secret of the type kubernetes.io/dockerconfigjson. " +
        "`global.imagePullSecrets` is for the node and does not reach the engine.",
      "What agents send to the pod's own addresses is dropped by a rule that the engine's container sets before the " +
        "engine starts. What they may reach outside is `networkPolicy.agents`.",
    ),
    paragraph(
      "Without a registry, load the image into the engine. With `emptyDir`, do it after each start of the pod:",
    ),
    shell(
      `docker save ${images.agent} | kubectl exec -i ${deployment} -c dind -- \\`,
      `  docker --host unix://${socketOfEngine} load`,
    ),
    "### The node's engine (hostSocket), with kind",
    paragraph(
      "For development on one machine. Agents are containers on the machine itself, beside the cluster. Their mounts",
      "are paths of the machine, so the data directory has the same path on the machine, on the node and in the pod.",
      "The cluster:",
    ),
    yaml(
      "kind: Cluster",
      "apiVersion: kind.x-k8s.io/v1alpha4",
      "nodes:",
      "  - role: control-plane",
      "    extraMounts:",
      `      - hostPath: ${hostSocket.children.path.default}`,
      `        containerPath: ${hostSocket.children.path.default}`,
      `      - hostPath: ${dataRoot}`,
      `        containerPath: ${dataRoot}`,
    ),
    paragraph("The volume and its claim, under the name that the profile has:"),
    yaml(
      "apiVersion: v1",
      "kind: PersistentVolume",
      "metadata:",
      `  name: ${kindClaim}`,
      "spec:",
      "  capacity: { storage: 20Gi }",
      "  accessModes: [ReadWriteOnce]",
      "  persistentVolumeReclaimPolicy: Retain",
      '  storageClassName: ""',
      `  hostPath: { path: ${dataRoot}, type: DirectoryOrCreate }`,
      "---",
      "apiVersion: v1",
      "kind: PersistentVolumeClaim",
      "metadata:",
      `  name: ${kindClaim}`,
      "spec:",
      "  accessModes: [ReadWriteOnce]",
      '  storageClassName: ""',
      `  volumeName: ${kindClaim}`,
      "  resources: { requests: { storage: 20Gi } }",
    ),
    paragraph("Saved as `kind.yaml` and `volume.yaml`, on the machine:"),
    shell(
      `sudo install -d -o 1000 -g 1000 ${dataRoot}`,
      "kind create cluster --config kind.yaml",
      `kind load docker-image ${images.main}`,
      "kubectl apply -f volume.yaml",
      `kubectl create secret generic ${credentialsObject} --from-literal=${keyName("anthropicApiKey")}=VALUE`,
      `helm install ${release} charts/arizuko -f values/arizuko-kind.yaml \\`,
      `  --set "pod.securityContext.supplementalGroups={$(stat -c %g ${hostSocket.children.path.default})}"`,
    ),
    bullets(
      `\`hostDataDir\` is where the machine has the instance's folder, \`${dataDirectory}\` here. With a wrong one, agents ` +
        "start with empty folders that belong to root.",
      "The group of the socket differs from machine to machine, hence the last line.",
      "The agents' image is taken from the machine's engine, where you built it. `kind load` is not needed for it.",
      "A hostPath volume keeps the owner that the folder has; fsGroup does not change it. Hence the first line.",
      "Where namespaces enforce Pod Security, this one needs `privileged`, for the hostPath volume of the socket.",
    ),
    "### What there is not",
    bullets(
      "No cluster within the pod (KIND as the engine). runed runs `docker run`; a KIND node has containerd, which does " +
        "not answer that. KIND is a cluster to try the chart in, no more.",
      "No `CONTAINER_BACKEND=kubernetes`. No code reads the variable, and no design for it exists in arizuko, so the " +
        "chart has no value for it. A Job for each turn would need the socket between agent and routd to cross pods.",
      "No engine elsewhere (DOCKER_HOST over TCP), for want of one kernel and file system.",
      "No crackbox, arizuko's filter for what agents reach. runed attaches the filter's container to a network of the " +
        "same engine, which a sidecar is not in. In its place there is the network policy: `networkPolicy.agents.to` " +
        "and `networkPolicy.agents.ports`. It filters by address and port, not by name, and it needs a cluster that " +
        "enforces policies.",
    ),
  ],
};
