{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of dashd. The dashboard. */}}
{{- define "arizuko.container.dashd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8085/health") }}
command: [/usr/local/bin/dashd]
ports:
  - name: dashd
    containerPort: 8085
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.dashdKey | quote }}
  - name: AUTH_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.authSecret | quote }}
  - name: SECRETS_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.secretsKey | quote }}
  {{- if .Values.oauth.surrogateGithub.clientId }}
  - name: SURROGATE_GITHUB_CLIENT_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.surrogateGithubClientSecret | quote }}
  {{- end }}
  - name: WEB_HOST
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: WEB_HOST
  - name: HOST_APP_DIR
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: HOST_APP_DIR
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: DB_PATH
    value: {{ printf "%s/store/routd/routd.db" (include "arizuko.dataDirectory" .) | quote }}
  - name: ONBOD_DB_PATH
    value: {{ printf "%s/store/onbod/onbod.db" (include "arizuko.dataDirectory" .) | quote }}
  - name: RUNED_DB_PATH
    value: {{ printf "%s/store/runed/runed.db" (include "arizuko.dataDirectory" .) | quote }}
  - name: DASH_PORT
    value: "8085"
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  - name: ROUTER_URL
    value: http://127.0.0.1:8083
  - name: PROXYD_URL
    value: http://127.0.0.1:8087
  - name: RUNED_URL
    value: http://127.0.0.1:8082
  - name: ONBOD_URL
    value: http://127.0.0.1:8084
  - name: WHAPD_URL
    value: http://127.0.0.1:9400
  {{- if and .Values.adapters.whapd.accounts .Values.adapters.whapd.phone }}
  - name: WHATSAPP_PHONE
    value: {{ .Values.adapters.whapd.phone | quote }}
  {{- end }}
  {{- if default .Values.publicUrl .Values.authBaseUrl }}
  - name: AUTH_BASE_URL
    value: {{ default .Values.publicUrl .Values.authBaseUrl | quote }}
  {{- end }}
  {{- if .Values.oauth.surrogateGithub.clientId }}
  - name: SURROGATE_GITHUB_CLIENT_ID
    value: {{ .Values.oauth.surrogateGithub.clientId | quote }}
  {{- end }}
  {{- if .Values.telemetry.metrics.enabled }}
  - name: METRICS_ENABLED
    value: "true"
  {{- end }}
  {{- range $key, $entry := .Values.dashd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.dashd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.dashd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-dashd
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/routd" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/routd" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/onbod" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/onbod" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/runed" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/runed" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/groups" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/groups" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/surrogate" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/surrogate" .Values.instance | quote }}
  {{- range $key, $entry := .Values.dashd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
