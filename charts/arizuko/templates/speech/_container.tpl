{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of speech. The server in the pod that speaks. */}}
{{- define "arizuko.container.speech" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.speech.backend.image) | quote }}
imagePullPolicy: {{ .Values.speech.backend.image.pullPolicy }}
ports:
  - name: speech
    containerPort: 8880
    protocol: TCP
{{- if .Values.speech.backend.env }}
env:
  {{- range $key, $entry := .Values.speech.backend.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.speech.backend.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.speech.backend.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-speech
  {{- range $key, $entry := .Values.speech.backend.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
