import type { Source } from "../../../topology/connection.ts";
import { onInternet, source } from "../../../topology/external.ts";
import { given } from "../values.ts";

const { networkPolicy: policy } = given;

export const oauthProviders = onInternet("oauth", "Where people sign in.", policy.oauthProviders);
export const platforms = onInternet("platforms", "The platforms of the adapters.", policy.platforms);
export const mail = onInternet("mail", "The mail servers.", policy.mail);
export const whisper = onInternet("whisper", "The server that writes down recordings.", policy.media);
export const speaker = onInternet("speech", "The server that speaks, outside of the pod.", policy.speech);
export const collector = onInternet("telemetry", "The OpenTelemetry collector.", policy.telemetry);
export const agentsWorld = onInternet("agents", "What agents reach.", policy.agents);

export const ingressController = source("Ingress", "The Ingress controller or Gateway.", policy.ingressController);
export const prometheus = source("Prometheus", "Scrapes.", policy.prometheus);
export const clients: Source = {
  name: "Clients",
  description: "Programs in the cluster that networkPolicy.clients names.",
  peers: policy.clients,
};
