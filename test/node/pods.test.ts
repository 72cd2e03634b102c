import { execa } from "execa";
import { beforeAll, describe, expect, test } from "vitest";
import { freePort } from "../../ci/cluster/free-port.ts";
import { kubectl } from "../../ci/cluster/kubectl.ts";
import { waitUntil } from "../../ci/cluster/wait-until.ts";
import { toolPath } from "../../ci/tools/install.ts";
import { patience, patiently } from "../patience.ts";
import { cluster } from "./cluster.ts";
import { newNamespace } from "./namespace.ts";
import { createReady, podObject } from "./pod.ts";

const namespace = "pods";

/** Serves a file from its claim, which nobody else but its group may write. The shell ends when it is told to. */
const web = podObject({
  namespace,
  name: "web",
  script: `
    trap "exit 3" TERM
    [ -e /data/index.html ] || echo kept > /data/index.html
    httpd -p 8080 -h /data
    echo serving
    while :; do sleep 0.1; done`,
  container: {
    readinessProbe: { httpGet: { port: 8080, path: "/index.html" }, periodSeconds: 1 },
    livenessProbe: { exec: { command: ["wget", "-q", "-O", "-", "http://127.0.0.1:8080/index.html"] } },
    volumeMounts: [{ name: "data", mountPath: "/data" }],
  },
  volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }],
});

const claim = {
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "data", namespace },
  // No class: the cluster has a default one.
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "10Mi" } } },
};

const service = {
  apiVersion: "v1",
  kind: "Service",
  metadata: { name: "site", namespace },
  spec: { selector: { app: "web" }, ports: [{ port: 80, targetPort: 8080 }] },
};

const client = podObject({ namespace, name: "client", script: "exec sleep 3600" });

function inCluster(...words: readonly string[]): Promise<string> {
  return kubectl(cluster, ["--namespace", namespace, ...words]);
}

beforeAll(async () => {
  await newNamespace(namespace);
  await createReady(cluster, namespace, claim, service, web, client);
});

describe("a pod under Pod Security restricted, on a read-only root, with a claim of the default class", () => {
  test("writes to its volume through fsGroup, and to nothing else", async () => {
    const owner = await inCluster("exec", "web", "--", "stat", "-c", "%u:%g", "/data");
    expect(owner).toBe("0:1000");
    await expect(inCluster("exec", "web", "--", "touch", "/elsewhere")).rejects.toThrow("Read-only file system");
  });

  test.each(["site", "site.pods", "site.pods.svc", "site.pods.svc.cluster.local"])(
    "answers another pod through its Service by the name %s",
    async (name) => {
      expect(await inCluster("exec", "client", "--", "wget", "-q", "-O", "-", `http://${name}/`)).toBe("kept");
    },
  );

  test("reaches itself through its Service", async () => {
    expect(await inCluster("exec", "web", "--", "wget", "-q", "-O", "-", "http://site/")).toBe("kept");
  });

  test("a name that the cluster does not know is unknown, at once", async () => {
    const asked = inCluster("exec", "client", "--", "wget", "-q", "-O", "-", "http://example.org/");
    await expect(asked).rejects.toThrow("bad address");
  });

  test("logs", async () => {
    expect(await inCluster("logs", "web")).toContain("serving");
  });

  test("port-forward", async () => {
    const port = await freePort();
    const words = ["port-forward", "--namespace", namespace, "service/site", `${port}:80`];
    const forward = execa(await toolPath("kubectl"), words, { env: cluster.env, reject: false });
    try {
      let answer = "";
      await waitUntil(async () => {
        answer = await fetch(`http://127.0.0.1:${port}/`).then(
          (response) => response.text(),
          () => "",
        );
        return answer !== "";
      }, patience);
      expect(answer).toBe("kept\n");
    } finally {
      forward.kill();
      await forward;
    }
  });

  test("a container that ends is started again, with its data", async () => {
    await inCluster("exec", "web", "--", "sh", "-c", "echo changed > /data/index.html; kill 1");
    const status =
      "jsonpath={.status.containerStatuses[0].restartCount} {.status.conditions[?(@.type=='Ready')].status}";
    const restarted = await waitUntil(
      async () => (await inCluster("get", "pod", "web", "--output", status)) === "1 True",
      patience,
    );
    expect(restarted).toBe(true);
    expect(await inCluster("exec", "client", "--", "wget", "-q", "-O", "-", "http://site/")).toBe("changed");
  });
});

test("a volume outlives its pod and goes with its claim", async () => {
  const name = "volumes";
  const own = ["--namespace", name];
  await newNamespace(name);
  const pod = (script: string): unknown =>
    podObject({
      namespace: name,
      name: "user",
      script: `${script}; exec sleep 3600`,
      container: { volumeMounts: [{ name: "data", mountPath: "/data" }] },
      volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }],
    });
  await createReady(
    cluster,
    name,
    { ...claim, metadata: { name: "data", namespace: name } },
    pod("echo 1 > /data/file"),
  );
  await kubectl(cluster, ["delete", "pod", "user", ...own]);
  await createReady(cluster, name, pod("cat /data/file"));
  expect(await kubectl(cluster, ["logs", "user", ...own])).toBe("1");

  const volume = await kubectl(cluster, ["get", "pvc", "data", "--output", "jsonpath={.spec.volumeName}", ...own]);
  await kubectl(cluster, ["delete", "pod/user", "pvc/data", ...own]);
  await kubectl(cluster, ["wait", "pv", volume, "--for=delete", patiently]);
});
