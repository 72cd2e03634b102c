{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of runed. Runs agents, in containers of a Docker engine. */}}
{{- define "arizuko.container.runed" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8082/health") }}
command: [/usr/local/bin/runed]
ports:
  - name: runed
    containerPort: 8082
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.runedKey | quote }}
  {{- if and
      (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
      (eq .Values.agents.credential "ANTHROPIC_API_KEY") }}
  - name: ANTHROPIC_API_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.anthropicApiKey | quote }}
  {{- end }}
  {{- if and
      (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
      (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN") }}
  - name: CLAUDE_CODE_OAUTH_TOKEN
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.claudeCodeOauthToken | quote }}
  {{- end }}
  {{- if and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.openai }}
  - name: OPENAI_API_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.openaiApiKey | quote }}
  {{- end }}
  {{- if and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.codex }}
  - name: CODEX_API_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.codexApiKey | quote }}
  {{- end }}
  - name: WEB_HOST
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: WEB_HOST
  - name: CONTAINER_IMAGE
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: CONTAINER_IMAGE
  - name: HOST_DATA_DIR
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: HOST_DATA_DIR
  - name: HOST_APP_DIR
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: HOST_APP_DIR
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: LISTEN_ADDR
    {{- if .Values.telemetry.metrics.enabled }}
    value: :8082
    {{- else }}
    value: 127.0.0.1:8082
    {{- end }}
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  - name: APP_SRC_DIR
    value: /opt/arizuko
  - name: DOCKER_HOST
    value: unix:///run/docker/docker.sock
  {{- if .Values.agents.pullSecret }}
  - name: DOCKER_CONFIG
    value: /etc/docker-config
  {{- end }}
  - name: RUNED_RUN_TIMEOUT
    value: {{ .Values.agents.runTimeout | quote }}
  - name: RUNED_SHUTDOWN_GRACE
    value: {{ printf "%ds" (int64 .Values.agents.shutdownGraceSeconds) | quote }}
  - name: MAX_CONCURRENT_CONTAINERS
    value: {{ int64 .Values.agents.maxConcurrent | quote }}
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
  {{- if .Values.telemetry.metrics.enabled }}
  - name: METRICS_ENABLED
    value: "true"
  {{- end }}
  {{- range $key, $entry := .Values.agents.runed.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.agents.runed.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.agents.runed.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-runed
  {{- if .Values.agents.pullSecret }}
  - mountPath: /etc/docker-config
    name: docker-config
    readOnly: true
  {{- end }}
  - mountPath: /srv/data
    name: data
  {{- if eq .Values.agents.mode "dind" }}
  - mountPath: /run/docker
    name: docker-socket
  {{- end }}
  {{- if eq .Values.agents.mode "hostSocket" }}
  - mountPath: /run/docker/docker.sock
    name: docker-socket
  {{- end }}
  {{- range $key, $entry := .Values.agents.runed.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
