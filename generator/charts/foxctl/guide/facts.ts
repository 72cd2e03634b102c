import { core } from "../components/core.ts";
import { cacheClaim } from "../components/directories.ts";
import { embeddingWorker } from "../components/embedding-worker.ts";
import { gateway } from "../components/gateway.ts";
import { casGc } from "../components/maintenance.ts";
import { foxctlSecret, gatewaySecret } from "../components/secrets.ts";
import { commit } from "../upstream.ts";
import { values } from "../values.ts";

/** Names as commands of the guide have them: of a release called as the chart, in the current namespace. */
export const release = "foxctl";
const named = (suffix: string) => (suffix === "" ? release : `${release}-${suffix}`);

export const deployment = `deployment/${named(core.suffix)}`;
export const service = `service/${named(core.suffix)}`;
export const workerDeployment = `deployment/${named(embeddingWorker.suffix)}`;
export const gatewayDeployment = `deployment/${named(gateway.suffix)}`;
export const gatewayService = `service/${named(gateway.suffix)}`;
export const casGcCronJob = `cronjob/${named(casGc.suffix)}`;
export const foxctlSecretObject = named(foxctlSecret.suffix);
export const gatewaySecretObject = named(gatewaySecret.suffix);
export const cacheClaimObject = named(cacheClaim.suffix);

/** Secrets as the overlays and the profiles call them. */
export const ownSecrets = {
  foxctl: "foxctl-secrets",
  postgres: "postgres-secrets",
  gateway: "gui-auth-gateway-secrets",
  git: "git-creds",
} as const;

const { children } = values;

export const images = {
  main: `${children.image.children.repository.default}:${commit}`,
  gateway: `${children.gateway.children.image.children.repository.default}:${commit}`,
} as const;

const { secrets } = children;

/** What Secrets call their keys by default. */
export const keyName = {
  dsn: secrets.children.postgres.children.keys.children.dsn.default,
  tursoUrl: secrets.children.foxctl.children.keys.children.tursoUrl.default,
  tursoToken: secrets.children.foxctl.children.keys.children.tursoToken.default,
  oauthEncKey: secrets.children.foxctl.children.keys.children.oauthEncKey.default,
  betterAuthSecret: secrets.children.gateway.children.keys.children.betterAuthSecret.default,
  smtpUser: secrets.children.gateway.children.keys.children.smtpUser.default,
  smtpPass: secrets.children.gateway.children.keys.children.smtpPass.default,
} as const;

/** Selects pods of a component of the release. */
export const podsOf = (component: { readonly name: string }): string =>
  `app.kubernetes.io/instance=${release},app.kubernetes.io/component=${component.name}`;

export const corePods = podsOf(core);

/** Changes values of the release, and keeps the others. */
export const change = (...settings: readonly string[]): string =>
  `helm upgrade ${release} charts/foxctl --reset-then-reuse-values ${settings.map((one) => `--set ${one}`).join(" ")}`;

/** How long the web pod may take to end, by default, in seconds. */
export const graceSeconds = children.core.children.pod.children.terminationGracePeriodSeconds.default;
