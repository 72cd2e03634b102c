{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of routd. Knows conversations and channels, and says where each message goes. */}}
{{- define "arizuko.container.routd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8083/health") }}
command: [/usr/local/bin/routd]
restartPolicy: Always
ports:
  - name: routd
    containerPort: 8083
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.routdKey | quote }}
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
  - name: LISTEN_ADDR
    {{- if .Values.telemetry.metrics.enabled }}
    value: :8083
    {{- else }}
    value: 127.0.0.1:8083
    {{- end }}
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  - name: RUNED_URL
    value: http://127.0.0.1:8082
  {{- if .Values.onbod.enabled }}
  - name: ONBOD_URL
    value: http://127.0.0.1:8084
  {{- end }}
  - name: APP_SRC_DIR
    value: /opt/arizuko
  - name: RUNED_RUN_TIMEOUT
    value: {{ .Values.agents.runTimeout | quote }}
  - name: MAX_CONCURRENT_CONTAINERS
    value: {{ int64 .Values.agents.maxConcurrent | quote }}
  - name: ONBOARDING_ENABLED
    value: {{ .Values.onbod.enabled | quote }}
  {{- if and .Values.onbod.enabled .Values.onbod.platforms }}
  - name: ONBOARDING_PLATFORMS
    value: {{ .Values.onbod.platforms | quote }}
  {{- end }}
  - name: MEDIA_ENABLED
    value: {{ .Values.media.enabled | quote }}
  {{- if .Values.media.whisperUrl }}
  - name: WHISPER_BASE_URL
    value: {{ .Values.media.whisperUrl | quote }}
  {{- end }}
  - name: VOICE_TRANSCRIPTION_ENABLED
    {{- if .Values.media.whisperUrl }}
    value: "true"
    {{- else }}
    value: "false"
    {{- end }}
  - name: VIDEO_TRANSCRIPTION_ENABLED
    {{- if .Values.media.whisperUrl }}
    value: "true"
    {{- else }}
    value: "false"
    {{- end }}
  - name: TTS_ENABLED
    value: {{ .Values.speech.enabled | quote }}
  {{- if .Values.speech.enabled }}
  - name: TTS_BASE_URL
    value: http://127.0.0.1:8881
  {{- end }}
  {{- if and .Values.speech.enabled .Values.speech.voice }}
  - name: TTS_VOICE
    value: {{ .Values.speech.voice | quote }}
  {{- end }}
  {{- if .Values.oauth.surrogateGithub.clientId }}
  - name: SURROGATE_GITHUB_CLIENT_ID
    value: {{ .Values.oauth.surrogateGithub.clientId | quote }}
  {{- end }}
  {{- if .Values.telemetry.metrics.enabled }}
  - name: METRICS_ENABLED
    value: "true"
  {{- end }}
  {{- range $key, $entry := .Values.routd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.routd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.routd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-routd
  - mountPath: /srv/data
    name: data
  {{- range $key, $entry := .Values.routd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
