import { containerValues, environment } from "../../../kubernetes/container-values.ts";
import { imageValues } from "../../../kubernetes/image.ts";
import { duration } from "../../../kubernetes/patterns.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { type Children, group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { map } from "../../../values/map.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

/** A daemon of the main image, with what is its own. */
function daemon<const C extends Children>(description: string, own: C, memory = "32Mi") {
  return group(description, children(own, containerValues(["20m", memory, "32Mi"], ["500m", "256Mi", "256Mi"])));
}

/** Source: reference arizuko.md, section 2. */
export const authd = daemon("authd: who may do what; signs tokens.", {});
export const routd = daemon("routd: conversations, and where messages go.", {});
export const timed = daemon("timed: tasks at certain times. It runs where agents do.", {});
export const dashd = daemon("dashd: the dashboard.", {});
export const webd = daemon("webd: web chats and webhooks.", {});

export const onbod = daemon("onbod: invitations, and how new people come in.", {
  enabled: boolean("Whether it runs (ONBOARDING_ENABLED).", { default: true }),
  platforms: text(
    "Platforms whose new people it greets, by commas (ONBOARDING_PLATFORMS); empty for arizuko's default.",
  ),
  greeting: text("What it says to them (ONBOARDING_GREETING); empty for arizuko's own words."),
});

/** A route that the user adds: what arizuko checks only after it has stored it, the schema checks before. */
const route = group("Where requests for the path go.", {
  backend: text("Address of the server.", { pattern: "https?://[A-Za-z0-9.-]+(:[0-9]+)?", default: "" }),
  auth: oneOf("Who may come.", { options: ["public", "user", "operator"], default: "user" }),
  stripPrefix: boolean("Whether the server is asked without the path's beginning.", { default: false }),
  preserveHeaders: list("Headers that are handed on as they came.", {
    item: text("A header.", { pattern: "[A-Za-z0-9-]+", minLength: 1 }),
  }),
});

export const proxyd = daemon("proxyd: the only way in from outside.", {
  chatRequestsPerMinute: integer(
    "How many requests strangers may make to chats and webhooks in a minute (CHAT_ANON_DOS_RPM), all of them together " +
      "behind an Ingress.",
    { default: 10, minimum: 1 },
  ),
  trustedProxies: list("Networks whose X-Forwarded-For is believed (TRUSTED_PROXIES), such as the Ingress's.", {
    item: text("A network.", { pattern: "[0-9a-fA-F.:]+(/[0-9]+)?", minLength: 2 }),
    unique: true,
    example: ["10.0.0.0/8"],
  }),
  pubRedirectUrl: text("Where / and unknown paths lead (PUB_REDIRECT_URL); empty for /pub/.", {
    pattern: "https?://[^ ]+",
  }),
  routes: map("Further routes, by path.", {
    key: `/[^\\s"\\\\]*`,
    item: route,
    example: { "/wiki/": { backend: "http://wiki.internal:8080", auth: "user" } },
  }),
});

export const vited = daemon(
  "vited: the public pages, from the data directory.",
  {
    enabled: boolean("Whether it runs; without it /pub/ and /priv/ answer 502.", { default: false }),
    image: imageValues("Its image.", { repository: "arizuko-vite" }),
  },
  "128Mi",
);

export const davd = daemon("davd: the groups' files by WebDAV, for who is signed in.", {
  enabled: boolean("Whether it runs.", { default: false }),
  image: imageValues("Its image.", { repository: "arizuko-davd" }),
});

/** Source: reference arizuko.md, section 1. */
export const speech = group("Speech: answers read aloud.", {
  enabled: boolean("Whether there is speech.", { default: false }),
  voice: text("Voice (TTS_VOICE); empty for arizuko's own choice."),
  ttsd: group(
    "ttsd, in front of what speaks.",
    children(
      { image: imageValues("Its image.", { repository: "arizuko-ttsd" }) },
      containerValues(["20m", "32Mi", "32Mi"], ["500m", "128Mi", "128Mi"]),
    ),
  ),
  backendUrl: text("Server that speaks; empty for one in the pod.", {
    pattern: "https?://[^ ]+",
    example: "http://kokoro.speech.svc:8880",
  }),
  backend: group(
    "The server in the pod that speaks.",
    children(
      {
        image: imageValues("Its image.", {
          registry: "ghcr.io",
          repository: "remsky/kokoro-fastapi-cpu",
          tag: "v0.2.4",
        }),
      },
      containerValues(["500m", "2Gi", "1Gi"], ["4000m", "4Gi", "4Gi"], environment()),
    ),
  ),
});

/** Source: reference arizuko.md, section 2.2, routd. */
export const media = group("Pictures, recordings and other files that people send.", {
  enabled: boolean("Whether they are fetched (MEDIA_ENABLED).", { default: false }),
  whisperUrl: text("Server that writes down recordings (WHISPER_BASE_URL); empty for none.", {
    pattern: "https?://[^ ]+",
  }),
});

/** Source: reference arizuko.md, sections 2.2 and 6. */
export const telemetry = group("What the daemons tell of themselves.", {
  otlp: group("Logs, figures and traces for an OpenTelemetry collector.", {
    endpoint: text("Address of the collector (OTEL_EXPORTER_OTLP_ENDPOINT); empty for none.", {
      pattern: "https?://[^ ]+",
      example: "http://collector.monitoring.svc:4318",
    }),
    protocol: oneOf("How it is spoken to.", { options: ["http/protobuf", "grpc"], default: "http/protobuf" }),
    headersFromSecret: boolean("Whether secrets has headers for it.", { default: false }),
  }),
  metrics: group("Figures for Prometheus. Never from proxyd, whose figures would be public.", {
    enabled: boolean("Whether the daemons serve them, on the pod's address instead of the loopback one.", {
      default: false,
    }),
    podMonitor: group("A PodMonitor for the Prometheus operator.", {
      enabled: boolean("Whether there is one. The labels by which an operator finds it go into commonLabels.", {
        default: false,
      }),
      interval: text("How often figures are read.", { default: "30s", pattern: duration, minLength: 2 }),
    }),
  }),
});
