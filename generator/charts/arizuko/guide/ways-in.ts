import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, proseTable, shell, yaml } from "../../../topology/markdown.ts";
import { ports } from "../components/ports.ts";
import { values } from "../values.ts";

const { nginx } = values.children.ingress.children;

const callback = (provider: string) => `https://demo.example.com/auth/${provider}/callback`;

export const waysInChapter: Chapter = {
  title: "Ways in, and TLS",
  paragraphs: [
    paragraph(
      `Only proxyd is published, on port 80 of the Service and ${ports.proxyd} of the pod. Say once where people find it,`,
      "and everything else follows: `publicUrl` sets WEB_HOST (its host) and AUTH_BASE_URL (all of it). `webHost` and",
      "`authBaseUrl` override them.",
    ),
    proseTable(
      ["Way", "Set", "Profile"],
      ["An Ingress", "`ingress.enabled`, `ingress.className`, `ingress.hosts`, `ingress.tls`", "`arizuko-ingress`"],
      ["The Gateway API", "`httpRoute.enabled`, `httpRoute.hosts`, `httpRoute.parentRefs`", "none"],
      ["A load balancer", "`service.type` `LoadBalancer`, `service.annotations`", "`arizuko-loadbalancer`"],
      ["From your machine", "nothing; `kubectl port-forward`", "none"],
    ),
    yaml(
      "publicUrl: https://demo.example.com",
      "ingress:",
      "  enabled: true",
      "  className: nginx",
      "  hosts: [demo.example.com]",
      "  tls:",
      "    enabled: true",
      "    secretName: arizuko-tls",
      "oauth:",
      "  github:",
      "    clientId: Iv1.0123456789abcdef",
      "secrets:",
      "  existingCredentials: arizuko-credentials",
    ),
    "### TLS",
    paragraph(
      "No daemon speaks TLS. `PROXYD_TLS_CERT` and `PROXYD_TLS_KEY` of arizuko's guide are read by no code, so the chart",
      "has no value for them. Let the Ingress, the Gateway or the load balancer end TLS. With `https://` in `publicUrl`,",
      "cookies are marked for TLS only, and a login over plain HTTP then fails.",
    ),
    "### What an Ingress has to let through",
    bullets(
      `Large bodies: pictures up to 20 MiB, files by WebDAV of any size. \`ingress.nginx.bodySize\` is ` +
        `${nginx.children.bodySize.default}.`,
      `Long, silent streams. \`ingress.nginx.readTimeoutSeconds\` is ${nginx.children.readTimeoutSeconds.default}, and ` +
        "buffering is off. Other controllers take no notice of these annotations: set their own in " +
        "`ingress.annotations`.",
      "Health checks at `/health`. `/` answers 302, which some load balancers take for a failure.",
      "Its own pods: with network policies, `networkPolicy.ingressController.from` must match where the controller " +
        "runs. The default is the namespace ingress-nginx.",
    ),
    yaml(
      "networkPolicy:",
      "  ingressController:",
      "    from:",
      "      - namespaceSelector:",
      "          matchLabels:",
      "            kubernetes.io/metadata.name: traefik",
    ),
    "### Who is who behind a proxy",
    bullets(
      "`proxyd.trustedProxies` lists the networks whose `X-Forwarded-For` is believed. Without it, every visitor has the " +
        "address of the Ingress.",
      "`proxyd.chatRequestsPerMinute` limits strangers, and counts by the address that connects, whatever the header " +
        "says. Behind an Ingress all strangers share it, at chats and at webhooks: raise it there, or webhooks get 429.",
      "A load balancer with `service.externalTrafficPolicy` `Local` leaves addresses as they are.",
    ),
    "### Signing in",
    proseTable(
      ["Provider", "Set", "Address to return to"],
      ["GitHub", "`oauth.github.clientId`", `\`${callback("github")}\``],
      ["Google", "`oauth.google.clientId`", `\`${callback("google")}\``],
      ["Discord", "`oauth.discord.clientId`", `\`${callback("discord")}\``],
      ["Telegram", "`oauth.telegram`, and the account `telegram` of teled", "the bot's domain, told to BotFather"],
    ),
    paragraph(
      "Whoever signs in has no rights until an operator gives some. `oauth.github.allowedOrg` and",
      "`oauth.google.allowedEmails` keep strangers out altogether. See what proxyd answers:",
    ),
    shell(
      "curl -s -o /dev/null -w '%{http_code}\\n' https://demo.example.com/health",
      "curl -s -o /dev/null -w '%{http_code} %{redirect_url}\\n' https://demo.example.com/dash/",
    ),
    paragraph("The first is 200, the second 303 to `/auth/login`."),
  ],
};
