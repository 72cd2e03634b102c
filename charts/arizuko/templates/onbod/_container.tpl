{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of onbod. Lets new people in, by invitation or from a platform. */}}
{{- define "arizuko.container.onbod" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8084/health") }}
command: [/usr/local/bin/onbod]
ports:
  - name: onbod
    containerPort: 8084
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.onbodKey | quote }}
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
  - name: HOST_APP_DIR
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: HOST_APP_DIR
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: ONBOD_DB_PATH
    value: {{ printf "%s/store/onbod/onbod.db" (include "arizuko.dataDirectory" .) | quote }}
  - name: ROUTD_DB_PATH
    value: {{ printf "%s/store/routd/routd.db" (include "arizuko.dataDirectory" .) | quote }}
  - name: ONBOD_LISTEN_ADDR
    {{- if .Values.telemetry.metrics.enabled }}
    value: :8084
    {{- else }}
    value: 127.0.0.1:8084
    {{- end }}
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  - name: ROUTER_URL
    value: http://127.0.0.1:8083
  {{- if default .Values.publicUrl .Values.authBaseUrl }}
  - name: AUTH_BASE_URL
    value: {{ default .Values.publicUrl .Values.authBaseUrl | quote }}
  {{- end }}
  - name: APP_SRC_DIR
    value: /opt/arizuko
  - name: ONBOARDING_ENABLED
    value: "true"
  {{- if .Values.onbod.platforms }}
  - name: ONBOARDING_PLATFORMS
    value: {{ .Values.onbod.platforms | quote }}
  {{- end }}
  {{- if .Values.onbod.greeting }}
  - name: ONBOARDING_GREETING
    value: {{ .Values.onbod.greeting | quote }}
  {{- end }}
  {{- if .Values.telemetry.metrics.enabled }}
  - name: METRICS_ENABLED
    value: "true"
  {{- end }}
  {{- range $key, $entry := .Values.onbod.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.onbod.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.onbod.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-onbod
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/onbod" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/onbod" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/routd" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/routd" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/groups" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/groups" .Values.instance | quote }}
  - mountPath: {{ printf "/srv/data/arizuko_%s/web" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/web" .Values.instance | quote }}
  {{- range $key, $entry := .Values.onbod.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
