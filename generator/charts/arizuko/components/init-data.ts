import { type ContainerBody, mainContainer } from "../../../topology/pod.ts";
import { given } from "../values.ts";
import { system } from "./system.ts";

const { initData: values, image } = given;

/** The target, and the place among all routes, of what keeps messages that no agent answers. */
const observeTarget = "main#observe";
const observePlace = 1000000;

/**
 * Prepares the data directory, at each start. `arizuko create` may run once only: it would undo what people have set
 * (arizuko-observed.md, "create"). Files mark its begin and end, since the database is there before it has ended, and a
 * dashboard could have made an empty one. An empty .env keeps it from writing secrets of its own to the volume.
 */
const script = `say() { echo "init-data: $*"; }
fail() { echo "init-data: $*" >&2; exit 1; }
size() { cat "$DATA_DIR"/store/routd/routd.db* 2>/dev/null | wc -c; }
created="$DATA_DIR/.chart-created"
creating="$DATA_DIR/.chart-creating"

for owner in auth routd runed onbod; do
  if [ -e "$DATA_DIR/store/$owner.db" ]; then
    fail "$DATA_DIR/store/$owner.db is in the layout of arizuko v0.63.0." \\
      "Run 'arizuko generate' of this version on the data once, outside of the cluster."
  fi
done

mkdir -p "$DATA_DIR"
[ -e "$DATA_DIR/.env" ] || : > "$DATA_DIR/.env"
if [ -e "$created" ]; then
  say "the instance $INSTANCE_NAME is there"
elif [ ! -e "$creating" ] && [ -d "$DATA_DIR/groups" ] && [ "$(size)" -gt 4096 ]; then
  say "taking over the instance $INSTANCE_NAME"
  : > "$created"
else
  [ ! -e "$creating" ] || say "the instance was not made to its end; making it again"
  : > "$creating"
  arizuko create "$INSTANCE_NAME"
  sync
  mv "$creating" "$created"
fi
for folder in $FOLDERS; do mkdir -p "$DATA_DIR/$folder"; done

arizuko packages "$INSTANCE_NAME" remove "$(basename "$ROUTES")" >/dev/null 2>&1 ||
  say "no routes were stored before"
arizuko packages "$INSTANCE_NAME" install "$ROUTES"

observing="$(arizuko route "$INSTANCE_NAME" list |
  awk '$2 == "${observePlace}" && $4 == "${observeTarget}" { print $1 }')"
if [ "$OBSERVE" = true ]; then
  [ -n "$observing" ] || arizuko route "$INSTANCE_NAME" add '*' '${observeTarget}' --seq ${observePlace}
else
  for id in $observing; do arizuko route "$INSTANCE_NAME" rm "$id"; done
fi
say "ready"
`;

export const initDataContainer: ContainerBody = mainContainer(system, {
  values,
  image,
  body: { command: ["/bin/sh", "-eu", "-c", script] },
});
