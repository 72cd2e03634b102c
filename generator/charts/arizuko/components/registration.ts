/**
 * The shell function `known CHANNEL DAEMON`: whether routd knows a channel, as far as can be told. Who asks needs a token
 * of authd's. Where either of them does not answer, that is no fault of the one who asks.
 * Source: reference arizuko.md, sections 3 and 4.1.
 */
export const knownFunction = `ask() { bearer="$1"; shift; wget -q -T 1 -t 1 -O - --header "Authorization: Bearer $bearer" "$@"; }
known() {
  answer="$(ask "$AUTHD_SERVICE_KEY" --header "Content-Type: application/json" \\
    --post-data "{\\"daemon\\":\\"$2\\"}" "$AUTHD_URL/v1/service-token")"
  token="$(echo "$answer" | sed -n 's/.*"token" *: *"\\([^"]*\\)".*/\\1/p')"
  [ -n "$token" ] || return 0
  channels="$(ask "$token" "$ROUTER_URL/v1/channels")" || return 0
  case "$channels" in
    *"\\"name\\":\\"$1\\""*) return 0 ;;
  esac
  echo "routd does not know the channel $1 any more"
  return 1
}
`;
