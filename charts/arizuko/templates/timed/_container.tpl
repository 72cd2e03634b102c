{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of timed. Sends tasks to agents when their time has come. */}}
{{- define "arizuko.container.timed" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8080/health") }}
command: [/usr/local/bin/timed]
ports:
  - name: timed
    containerPort: 8080
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.timedKey | quote }}
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  - name: ROUTER_URL
    value: http://127.0.0.1:8083
  {{- range $key, $entry := .Values.timed.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.timed.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.timed.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
{{- if .Values.timed.volumeMounts }}
volumeMounts:
  {{- range $key, $entry := .Values.timed.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}
