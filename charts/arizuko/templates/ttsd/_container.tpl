{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of ttsd. Turns text into speech, by asking a server that can. */}}
{{- define "arizuko.container.ttsd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.speech.ttsd.image) | quote }}
imagePullPolicy: {{ .Values.speech.ttsd.image.pullPolicy }}
command: [/usr/local/bin/ttsd]
ports:
  - name: ttsd
    containerPort: 8881
    protocol: TCP
env:
  - name: LOG_LEVEL
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: LOG_LEVEL
  - name: TTSD_ADDR
    value: 127.0.0.1:8881
  - name: TTS_BACKEND_URL
    {{- if .Values.speech.backendUrl }}
    value: {{ .Values.speech.backendUrl | quote }}
    {{- else }}
    value: http://127.0.0.1:8880
    {{- end }}
  {{- range $key, $entry := .Values.speech.ttsd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.speech.ttsd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.speech.ttsd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
{{- if .Values.speech.ttsd.volumeMounts }}
volumeMounts:
  {{- range $key, $entry := .Values.speech.ttsd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
{{- end }}
