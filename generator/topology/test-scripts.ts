/**
 * The shell function `get PATH`: whether `$URL` answers a path with success. It tries for half a minute, since a Service
 * may lag behind its pods.
 */
export const getFunction = `get() {
  for attempt in 1 2 3 4 5 6; do
    wget -q -T 5 -O /dev/null "$URL$1" && echo "GET $1: answered" && return 0
    sleep 5
  done
  echo "GET $URL$1 did not answer with success"
  return 1
}
`;

/** The shell function `status [OPTION…] URL`: the status of an answer, whatever it is, or nothing without one. */
export const statusFunction = `status() {
  wget -S -T 5 -O /dev/null "$@" 2>&1 | sed -n 's|.*HTTP/[0-9.]* \\([0-9][0-9][0-9]\\).*|\\1|p' | tail -n 1
}
`;

/** Fails where `$URL` answers a path to a pod that no network policy lets in. */
export function strangerScript(path: string): string {
  return `if wget -q -T 5 -O /dev/null "$URL${path}"; then
  echo "$URL answered a pod that no network policy lets in"
  exit 1
fi
echo "$URL refuses strangers"
`;
}
