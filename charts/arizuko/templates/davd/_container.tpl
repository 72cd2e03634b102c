{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of davd. Serves the groups' files by WebDAV, for proxyd. */}}
{{- define "arizuko.container.davd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.davd.image) | quote }}
imagePullPolicy: {{ .Values.davd.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8089/") }}
args:
  - --bind
  - 127.0.0.1
  - --port
  - "8089"
  - --allow-all
  - {{ printf "%s/groups" (include "arizuko.dataDirectory" .) | quote }}
ports:
  - name: davd
    containerPort: 8089
    protocol: TCP
{{- if .Values.davd.env }}
env:
  {{- range $key, $entry := .Values.davd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.davd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.davd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: {{ printf "/srv/data/arizuko_%s/groups" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/groups" .Values.instance | quote }}
  {{- range $key, $entry := .Values.davd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
