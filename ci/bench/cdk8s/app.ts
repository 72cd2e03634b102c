import { ApiObject, App, Chart } from "cdk8s";

/** As many objects as the generator's charts have templates, of the kinds that these are mostly of, written as YAML. */
const [count = "27", folder = "dist"] = process.argv.slice(2);

const app = new App({ outdir: folder });
const chart = new Chart(app, "peer");
for (let index = 0; index < Number(count); index++) {
  const name = `part-${index}`;
  const labels = { "app.kubernetes.io/name": "peer", "app.kubernetes.io/component": name };
  const metadata = { name, labels };
  switch (index % 4) {
    case 0: {
      const env = Array.from({ length: 12 }, (_, at) => ({ name: `VARIABLE_${at}`, value: `value ${at}` }));
      const resources = { requests: { cpu: "100m", memory: "128Mi" }, limits: { memory: "256Mi" } };
      const container = { name: "main", image: "example.com/part:1", env, ports: [{ containerPort: 8080 }], resources };
      new ApiObject(chart, name, {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata,
        spec: {
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers: [container] } },
        },
      });
      break;
    }
    case 1:
      new ApiObject(chart, name, {
        apiVersion: "v1",
        kind: "Service",
        metadata,
        spec: { selector: labels, ports: [{ name: "http", port: 80, targetPort: 8080 }] },
      });
      break;
    case 2: {
      const data = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`KEY_${at}`, `value ${at}`]));
      new ApiObject(chart, name, { apiVersion: "v1", kind: "ConfigMap", metadata, data });
      break;
    }
    default:
      new ApiObject(chart, name, {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata,
        spec: {
          podSelector: { matchLabels: labels },
          ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 8080 }] }],
        },
      });
  }
}
app.synth();
