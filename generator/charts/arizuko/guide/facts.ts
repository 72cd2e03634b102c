import { arizukoSecret } from "../components/secrets.ts";
import { commit } from "../upstream.ts";
import { values } from "../values.ts";

/** Names as commands of the guide have them: of a release called as the chart, in the current namespace. */
export const release = "arizuko";
export const deployment = `deployment/${release}`;
export const secretObject = `${release}-${arizukoSecret.suffix}`;
/** A Secret of the user's. One of the chart's name would be deleted by Helm once the chart writes none any more. */
export const ownSecret = `${release}-keys`;
export const dataClaim = `${release}-data`;
export const credentialsObject = `${release}-credentials`;

const { children } = values;

/** The instance, and the folder of its data, as the defaults have them. */
export const instance = children.instance.default;
export const dataRoot = "/srv/data";
export const dataFolder = `arizuko_${instance}`;
export const dataDirectory = `${dataRoot}/${dataFolder}`;

/** Selects the release's pod. */
export const podSelector = `app.kubernetes.io/instance=${release},app.kubernetes.io/component=system`;

/** An image under the name that the chart expects by default. */
const image = ({ children: { repository } }: { readonly children: { readonly repository: Repository } }) =>
  `${repository.default}:${commit}`;
interface Repository {
  readonly default: string;
}

const { adapters, agents, vited, davd, speech } = children;

export const images = {
  main: image(children.image),
  agent: image(agents.children.image),
  vited: image(vited.children.image),
  davd: image(davd.children.image),
  ttsd: image(speech.children.ttsd.children.image),
  whapd: image(adapters.children.whapd.children.image),
  twitd: image(adapters.children.twitd.children.image),
} as const;

type KeyId = keyof typeof arizukoSecret.keys;

/** What the Secret calls a key by default. */
export const keyName = (id: KeyId): string => children.secrets.children.keys.children[id].default;

/** What the names of all service keys begin with. */
export const serviceKeyPrefix = keyName("webdKey").replace(/WEBD$/, "");

/** Runs arizuko's own command in the pod. */
export const arizuko = (...words: readonly string[]): string =>
  `kubectl exec ${deployment} -c routd -- arizuko ${words.join(" ")}`;

/** Changes values of the release, and keeps the others. */
export const change = (...settings: readonly string[]): string =>
  `helm upgrade ${release} charts/arizuko --reset-then-reuse-values ${settings.map((one) => `--set ${one}`).join(" ")}`;

/** How long the pod may take to end, by default, in seconds. */
export const graceSeconds = agents.children.shutdownGraceSeconds.default + 30;
