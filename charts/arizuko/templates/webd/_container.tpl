{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of webd. Web chats, webhooks, and people's own pages. */}}
{{- define "arizuko.container.webd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
command: [/usr/local/bin/webd]
{{- if .Values.probes.startup.enabled }}
startupProbe:
  exec:
    command: [wget, -q, -O, /dev/null, http://127.0.0.1:8086/health]
  periodSeconds: {{ int64 .Values.probes.startup.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.probes.startup.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.probes.startup.failureThreshold }}
{{- end }}
{{- if .Values.probes.liveness.enabled }}
livenessProbe:
  exec:
    command:
      - /bin/sh
      - -c
      - |
        ask() { bearer="$1"; shift; wget -q -T 1 -t 1 -O - --header "Authorization: Bearer $bearer" "$@"; }
        known() {
          answer="$(ask "$AUTHD_SERVICE_KEY" --header "Content-Type: application/json" \
            --post-data "{\"daemon\":\"$2\"}" "$AUTHD_URL/v1/service-token")"
          token="$(echo "$answer" | sed -n 's/.*"token" *: *"\([^"]*\)".*/\1/p')"
          [ -n "$token" ] || return 0
          channels="$(ask "$token" "$ROUTER_URL/v1/channels")" || return 0
          case "$channels" in
            *"\"name\":\"$1\""*) return 0 ;;
          esac
          echo "routd does not know the channel $1 any more"
          return 1
        }
        wget -q -T 2 -t 1 -O /dev/null "$WEBD_URL/health" || exit 1
        known web webd
  periodSeconds: {{ int64 .Values.probes.liveness.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.probes.liveness.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.probes.liveness.failureThreshold }}
{{- end }}
ports:
  - name: webd
    containerPort: 8086
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.webdKey | quote }}
  - name: AUTH_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.authSecret | quote }}
  - name: WEB_HOST
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: WEB_HOST
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: WEBD_LISTEN
    {{- if .Values.telemetry.metrics.enabled }}
    value: :8086
    {{- else }}
    value: 127.0.0.1:8086
    {{- end }}
  - name: WEBD_URL
    value: http://127.0.0.1:8086
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  - name: ROUTER_URL
    value: http://127.0.0.1:8083
  - name: PROXYD_URL
    value: http://127.0.0.1:8087
  {{- if default .Values.publicUrl .Values.authBaseUrl }}
  - name: AUTH_BASE_URL
    value: {{ default .Values.publicUrl .Values.authBaseUrl | quote }}
  {{- end }}
  {{- if .Values.telemetry.metrics.enabled }}
  - name: METRICS_ENABLED
    value: "true"
  {{- end }}
  {{- range $key, $entry := .Values.webd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.webd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.webd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-webd
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/routd" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/routd" .Values.instance | quote }}
  {{- range $key, $entry := .Values.webd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
