import { containerValues, environment } from "../../../kubernetes/container-values.ts";
import { imageValues } from "../../../kubernetes/image.ts";
import { absolutePath } from "../../../kubernetes/patterns.ts";
import { podValues } from "../../../kubernetes/pod-values.ts";
import { serviceValues } from "../../../topology/service-values.ts";
import { boolean } from "../../../values/boolean.ts";
import { children } from "../../../values/children.ts";
import { group } from "../../../values/group.ts";
import { integer } from "../../../values/integer.ts";
import { list } from "../../../values/list.ts";
import { oneOf } from "../../../values/one-of.ts";
import { text } from "../../../values/text.ts";

const webAddress = "https?://[^/\\s]+";

/** The Better Auth gateway. Source: reference foxctl.md, sections 2.3, 3.6 and 4.6. */
export const gateway = group(
  "The gateway that people sign in at, in front of the web pod.",
  children(
    {
      enabled: boolean("Whether it stands in front of the web pod.", { default: false }),
      replicas: integer("How many pods; several need a database.", { default: 2, minimum: 0 }),
      image: imageValues("The image of the gateway.", { repository: "foxctl-gui-auth-gateway" }),
      baseUrl: text("Address at which people reach it (BETTER_AUTH_URL).", {
        example: "https://gui.example.com",
        pattern: webAddress,
      }),
      allowedEmails: list("Who may sign in (GUI_AUTH_ALLOWED_EMAILS).", {
        item: text("An e-mail address.", { pattern: "[^@\\s,]+@[^@\\s,]+", minLength: 3 }),
        unique: true,
        example: ["operator@example.com"],
      }),
      anyoneMaySignIn: boolean("Let everybody with an e-mail address sign in, where allowedEmails is empty.", {
        default: false,
      }),
      trustedOrigins: list("Further origins that requests may come from (GUI_AUTH_TRUSTED_ORIGINS).", {
        item: text("An origin.", { pattern: webAddress, minLength: 1 }),
      }),
      loginPath: text("Path of the login page (GUI_AUTH_LOGIN_PATH).", {
        default: "/login",
        pattern: absolutePath,
        minLength: 1,
      }),
      logoutPath: text("Path that signs out (GUI_AUTH_LOGOUT_PATH).", {
        default: "/logout",
        pattern: absolutePath,
        minLength: 1,
      }),
      database: oneOf("Where sessions are kept: foxctl's PostgreSQL, a database of its own, or a file in the pod.", {
        options: ["shared", "own", "sqlite"],
        default: "sqlite",
      }),
      magicLinksLogOnly: boolean(
        "Write sign-in links to the log instead of sending them (GUI_AUTH_MAGIC_LINK_LOG_ONLY).",
        {
          default: false,
        },
      ),
      smtp: group("The mail server that sends sign-in links.", {
        host: text("Host name (GUI_AUTH_SMTP_HOST).", { example: "smtp.example.com" }),
        port: integer("Port (GUI_AUTH_SMTP_PORT).", { default: 587, minimum: 1, maximum: 65535 }),
        secure: boolean("TLS from the first byte rather than STARTTLS (GUI_AUTH_SMTP_SECURE).", { default: false }),
        from: text("Sender (GUI_AUTH_SMTP_FROM).", { example: "foxctl@example.com" }),
        replyTo: text("Where answers go (GUI_AUTH_SMTP_REPLY_TO)."),
        authenticated: boolean("Sign in at the mail server with what secrets.gateway holds.", { default: true }),
      }),
      disruptionBudget: group("How many pods a node drain must leave.", {
        enabled: boolean("Whether there is a PodDisruptionBudget, where more pods than that run.", { default: true }),
        minAvailable: integer("The fewest pods.", { default: 1, minimum: 1 }),
      }),
      service: serviceValues(),
    },
    { ...containerValues(["50m", "128Mi", "64Mi"], ["500m", "512Mi", "256Mi"], environment()), pod: podValues(30) },
  ),
);
