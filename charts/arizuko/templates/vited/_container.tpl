{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of vited. Serves the public pages and the private ones, for proxyd. */}}
{{- define "arizuko.container.vited" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.vited.image) | quote }}
imagePullPolicy: {{ .Values.vited.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8088/@vite/client") }}
command:
  - /bin/sh
  - -ec
  - cd "$WEB_ROOT" && exec vite --config /etc/vite.config.js --host 127.0.0.1 --port "$VITE_PORT" --strictPort
ports:
  - name: vited
    containerPort: 8088
    protocol: TCP
env:
  - name: WEB_ROOT
    value: {{ printf "%s/web" (include "arizuko.dataDirectory" .) | quote }}
  - name: VITE_PORT
    value: "8088"
  {{- range $key, $entry := .Values.vited.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.vited.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.vited.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-vited
  - mountPath: /home/node/.vite-cache
    name: vite-cache
  - mountPath: {{ printf "/srv/data/arizuko_%s/web" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/web" .Values.instance | quote }}
    readOnly: true
  {{- range $key, $entry := .Values.vited.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
