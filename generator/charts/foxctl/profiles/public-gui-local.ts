import { local } from "./local.ts";
import { documentedCommands, profile } from "./profile.ts";
import { documentedImage } from "./stand-ins.ts";

/** Source: seed 000, "Manifest Structure"; reference foxctl.md, sections 2.2 and 2.3. */
export const publicGuiLocal = profile({
  name: "public-gui-local",
  purpose: "The gateway in front of a single pod, to try it out: sign-in links go to the gateway's log.",
  prerequisites: ["The images `foxctl` and `foxctl-gui-auth-gateway` on the node: they are never pulled."],
  remarks: [documentedCommands, "Reach it with `kubectl port-forward service/foxctl-gui-auth-gateway 4010:8080`."],
  values: {
    ...local.values,
    core: { ...local.values.core, probes: { mode: "http" } },
    gateway: {
      enabled: true,
      replicas: 1,
      database: "sqlite",
      image: { pullPolicy: "Never" },
      baseUrl: "http://127.0.0.1:4010",
      allowedEmails: ["test@example.com"],
      magicLinksLogOnly: true,
    },
    llm: {
      provider: "lmstudio",
      baseUrl: "http://0.250.250.254:1234/v1",
      model: "liquid/lfm2-24b-a2b",
      authMode: "none",
    },
    networkPolicy: { llm: { to: [{ ipBlock: { cidr: "0.250.250.254/32" } }], ports: [1234] } },
  },
  ci: { values: { image: documentedImage } },
});
