import type { Chapter } from "../../../topology/chart.ts";
import { bullets, paragraph, shell } from "../../../topology/markdown.ts";
import { ports } from "../components/ports.ts";
import { deployment, podSelector } from "./facts.ts";

interface Ports extends Readonly<Record<string, number>> {
  readonly authd: number;
  readonly routd: number;
}

const pagePaths: Readonly<Record<string, string>> = { vited: "/@vite/client", davd: "/", speech: "/" };

/**
 * A script for the container of authd, the only one that has every key: asks all daemons for their health, exchanges
 * each key, and lists the channels with the health of each. It has no quotation marks of the kind that enclose it.
 */
export function insideScript(known: Ports): string {
  const health = Object.entries(known).map(([name, port]) => `${name}:${port}${pagePaths[name] ?? "/health"}`);
  return `get() { wget -q -T 5 -t 1 -O - "$@" 2>/dev/null; }
answers() { if get "$@" >/dev/null; then echo yes; else echo no; fi; }
echo "daemon: answers"
for at in ${health.join(" ")}; do
  echo "\${at%%:*}: $(answers "http://127.0.0.1:\${at#*:}")"
done
echo "key of: accepted"
for entry in "service:authd=$AUTHD_SERVICE_KEY" $(echo "$AUTHD_SERVICE_KEYS" | tr , " "); do
  daemon="\${entry%%=*}"; daemon="\${daemon#service:}"; key="\${entry#*=}"
  answer="$(get --header "Authorization: Bearer $key" --header "Content-Type: application/json" \\
    --post-data "{\\"daemon\\":\\"$daemon\\"}" http://127.0.0.1:${known.authd}/v1/service-token)"
  got="$(echo "$answer" | sed -n "s/.*\\"token\\" *: *\\"\\([^\\"]*\\)\\".*/\\1/p")"
  if [ -n "$got" ]; then token="$got"; echo "$daemon: yes"; else echo "$daemon: no"; fi
done
echo "channel: is well"
get --header "Authorization: Bearer $token" http://127.0.0.1:${known.routd}/v1/channels | tr "{" "\\n" |
  sed -n "s/.*\\"name\\" *: *\\"\\([^\\"]*\\)\\".*\\"url\\" *: *\\"\\([^\\"]*\\)\\".*/\\1 \\2/p" |
  while read -r name url; do echo "$name: $(answers "$url/health")"; done`;
}

/** Exchanges the key that a container itself has, if any; `$0` is the container. */
export const ownKeyScript = `[ -n "$AUTHD_SERVICE_KEY" ] || exit 0
wget -q -T 5 -t 1 -O /dev/null --header "Authorization: Bearer $AUTHD_SERVICE_KEY" \\
  --header "Content-Type: application/json" \\
  --post-data "{\\"daemon\\":\\"\${AUTHD_SERVICE_NAME:-$0}\\"}" \\
  "\${AUTHD_URL:-http://127.0.0.1:${ports.authd}}/v1/service-token" && echo "$0: accepted" || echo "$0: REFUSED"`;

const indented = (script: string, spaces: string) => script.split("\n").map((line) => spaces + line);

/** Containers that run, of a kind. */
const running = (kind: string) => `{.status.${kind}[?(@.state.running)].name}`;

export const insideChapter: Chapter = {
  title: "What is visible only inside the pod",
  paragraphs: [
    paragraph(
      "All daemons but proxyd, dashd and timed listen on the loopback address of the pod, so `helm test` cannot ask",
      "them. This command can. It changes nothing and prints no key:",
    ),
    shell(`kubectl exec ${deployment} -c authd -- sh -c '`, ...indented(insideScript(ports), "  "), "'"),
    bullets(
      "The first part is the health of every daemon. Those that your values switch off say no.",
      "The second part is an exchange of each key for a token, as each daemon does it. authd is asked with the copies " +
        "that it has itself.",
      "The third part is what routd knows as channels: `web` is webd, the others are accounts of adapters. `no` means " +
        "that the platform's link is down. A channel that is missing has not registered: see the log of its container.",
    ),
    paragraph(
      "Each container got its key when it started. After a change of the Secret, a container that was restarted alone",
      "has the new key and authd still the old one. This shows it, with the key that each container really has:",
    ),
    shell(
      `pod="$(kubectl get pods -l ${podSelector} -o jsonpath='{.items[0].metadata.name}')"`,
      `running='${running("initContainerStatuses")} ${running("containerStatuses")}'`,
      'for container in $(kubectl get pod "$pod" -o jsonpath="$running"); do',
      '  kubectl exec "$pod" -c "$container" -- sh -c \'',
      ...indented(ownKeyScript, "    "),
      '  \' "$container" 2>/dev/null',
      "done",
    ),
    paragraph("Containers without a key say nothing. Where one is refused, restart the whole pod."),
  ],
};
