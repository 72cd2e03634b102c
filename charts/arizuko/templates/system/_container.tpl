{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of system. arizuko: all of its daemons in one pod, since its databases have one writer
       only. */}}
{{- define "arizuko.container.system" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
command:
  - /bin/sh
  - -eu
  - -c
  - |
    say() { echo "init-data: $*"; }
    fail() { echo "init-data: $*" >&2; exit 1; }
    size() { cat "$DATA_DIR"/store/routd/routd.db* 2>/dev/null | wc -c; }
    created="$DATA_DIR/.chart-created"
    creating="$DATA_DIR/.chart-creating"

    for owner in auth routd runed onbod; do
      if [ -e "$DATA_DIR/store/$owner.db" ]; then
        fail "$DATA_DIR/store/$owner.db is in the layout of arizuko v0.63.0." \
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
      awk '$2 == "1000000" && $4 == "main#observe" { print $1 }')"
    if [ "$OBSERVE" = true ]; then
      [ -n "$observing" ] || arizuko route "$INSTANCE_NAME" add '*' 'main#observe' --seq 1000000
    else
      for id in $observing; do arizuko route "$INSTANCE_NAME" rm "$id"; done
    fi
    say "ready"
envFrom:
  - configMapRef:
      name: {{ include "arizuko.fullname" . }}-config
env:
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: APP_SRC_DIR
    value: /opt/arizuko
  - name: OBSERVE
    {{- if and
        (not (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")))
        .Values.agents.observe }}
    value: "true"
    {{- else }}
    value: "false"
    {{- end }}
  - name: ROUTES
    value: /etc/arizuko/chart
  - name: FOLDERS
    value: |
      groups
      surrogate
      web
      store/authd
      store/onbod
      store/routd
      store/runed
      {{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.teled.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "telegram" }}
      store/teled{{ $suffix }}
      {{- end }}
      {{- end }}
      {{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.emaid.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "email" }}
      store/emaid{{ $suffix }}
      {{- end }}
      {{- end }}
      {{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "bluesky" }}
      store/bskyd{{ $suffix }}
      {{- end }}
      {{- end }}
      {{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.reditd.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "reddit" }}
      store/reditd{{ $suffix }}
      {{- end }}
      {{- end }}
      {{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.linkd.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "linkedin" }}
      store/linkd{{ $suffix }}
      {{- end }}
      {{- end }}
      {{- range $accountIndex, $accountName := keys .Values.adapters.whapd.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.whapd.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "whatsapp" }}
      store/whapd{{ $suffix }}
      {{- end }}
      {{- end }}
      {{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
      {{- $account := index $.Values.adapters.twitd.accounts $accountName }}
      {{- if dig "enabled" true $account }}
      {{- $suffix := $accountName | trimPrefix "twitter" }}
      store/twitd{{ $suffix }}
      {{- end }}
      {{- end }}
  {{- range $key, $entry := .Values.initData.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.initData.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.initData.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-init-data
  - mountPath: /etc/arizuko/chart
    name: routes
    readOnly: true
  - mountPath: /srv/data
    name: data
  {{- range $key, $entry := .Values.initData.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
