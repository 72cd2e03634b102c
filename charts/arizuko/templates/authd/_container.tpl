{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of authd. Signs the tokens with which daemons and people show who they are. */}}
{{- define "arizuko.container.authd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8081/health") }}
command: [/usr/local/bin/authd]
restartPolicy: Always
ports:
  - name: authd
    containerPort: 8081
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.authdKey | quote }}
  - name: AUTHD_SERVICE_KEY_ROUTD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.routdKey | quote }}
  {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") }}
  - name: AUTHD_SERVICE_KEY_RUNED
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.runedKey | quote }}
  - name: AUTHD_SERVICE_KEY_TIMED
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.timedKey | quote }}
  {{- end }}
  {{- if .Values.onbod.enabled }}
  - name: AUTHD_SERVICE_KEY_ONBOD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.onbodKey | quote }}
  {{- end }}
  - name: AUTHD_SERVICE_KEY_DASHD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.dashdKey | quote }}
  - name: AUTHD_SERVICE_KEY_WEBD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.webdKey | quote }}
  - name: AUTHD_SERVICE_KEY_PROXYD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.proxydKey | quote }}
  {{- if .Values.adapters.teled.accounts }}
  - name: AUTHD_SERVICE_KEY_TELED
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.teledKey | quote }}
  {{- end }}
  {{- if .Values.adapters.slakd.accounts }}
  - name: AUTHD_SERVICE_KEY_SLAKD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.slakdKey | quote }}
  {{- end }}
  {{- if .Values.adapters.discd.accounts }}
  - name: AUTHD_SERVICE_KEY_DISCD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.discdKey | quote }}
  {{- end }}
  {{- if .Values.adapters.mastd.accounts }}
  - name: AUTHD_SERVICE_KEY_MASTD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.mastdKey | quote }}
  {{- end }}
  {{- if .Values.adapters.bskyd.accounts }}
  - name: AUTHD_SERVICE_KEY_BSKYD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.bskydKey | quote }}
  {{- end }}
  {{- if .Values.adapters.reditd.accounts }}
  - name: AUTHD_SERVICE_KEY_REDITD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.reditdKey | quote }}
  {{- end }}
  {{- if .Values.adapters.emaid.accounts }}
  - name: AUTHD_SERVICE_KEY_EMAID
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.emaidKey | quote }}
  {{- end }}
  {{- if .Values.adapters.linkd.accounts }}
  - name: AUTHD_SERVICE_KEY_LINKD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.linkdKey | quote }}
  {{- end }}
  {{- if .Values.adapters.whapd.accounts }}
  - name: AUTHD_SERVICE_KEY_WHAPD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.whapdKey | quote }}
  {{- end }}
  {{- if .Values.adapters.twitd.accounts }}
  - name: AUTHD_SERVICE_KEY_TWITD
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.twitdKey | quote }}
  {{- end }}
  - name: AUTH_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.authSecret | quote }}
  {{- if .Values.oauth.github.clientId }}
  - name: GITHUB_CLIENT_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.githubClientSecret | quote }}
  {{- end }}
  {{- if .Values.oauth.google.clientId }}
  - name: GOOGLE_CLIENT_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.googleClientSecret | quote }}
  {{- end }}
  {{- if .Values.oauth.discord.clientId }}
  - name: DISCORD_CLIENT_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.discordClientSecret | quote }}
  {{- end }}
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: LISTEN_ADDR
    {{- if .Values.telemetry.metrics.enabled }}
    value: :8081
    {{- else }}
    value: 127.0.0.1:8081
    {{- end }}
  - name: AUTHD_SERVICE_KEYS
    value: |
      service:routd=$(AUTHD_SERVICE_KEY_ROUTD),
      {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") }}
      service:runed=$(AUTHD_SERVICE_KEY_RUNED),
      {{- end }}
      {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") }}
      service:timed=$(AUTHD_SERVICE_KEY_TIMED),
      {{- end }}
      {{- if .Values.onbod.enabled }}
      service:onbod=$(AUTHD_SERVICE_KEY_ONBOD),
      {{- end }}
      service:dashd=$(AUTHD_SERVICE_KEY_DASHD),
      service:webd=$(AUTHD_SERVICE_KEY_WEBD),
      service:proxyd=$(AUTHD_SERVICE_KEY_PROXYD),
      {{- if .Values.adapters.teled.accounts }}
      service:teled=$(AUTHD_SERVICE_KEY_TELED),
      {{- end }}
      {{- if .Values.adapters.slakd.accounts }}
      service:slakd=$(AUTHD_SERVICE_KEY_SLAKD),
      {{- end }}
      {{- if .Values.adapters.discd.accounts }}
      service:discd=$(AUTHD_SERVICE_KEY_DISCD),
      {{- end }}
      {{- if .Values.adapters.mastd.accounts }}
      service:mastd=$(AUTHD_SERVICE_KEY_MASTD),
      {{- end }}
      {{- if .Values.adapters.bskyd.accounts }}
      service:bskyd=$(AUTHD_SERVICE_KEY_BSKYD),
      {{- end }}
      {{- if .Values.adapters.reditd.accounts }}
      service:reditd=$(AUTHD_SERVICE_KEY_REDITD),
      {{- end }}
      {{- if .Values.adapters.emaid.accounts }}
      service:emaid=$(AUTHD_SERVICE_KEY_EMAID),
      {{- end }}
      {{- if .Values.adapters.linkd.accounts }}
      service:linkd=$(AUTHD_SERVICE_KEY_LINKD),
      {{- end }}
      {{- if .Values.adapters.whapd.accounts }}
      service:whapd=$(AUTHD_SERVICE_KEY_WHAPD),
      {{- end }}
      {{- if .Values.adapters.twitd.accounts }}
      service:twitd=$(AUTHD_SERVICE_KEY_TWITD),
      {{- end }}
  - name: GRANTS_URL
    value: http://127.0.0.1:8083
  {{- if default .Values.publicUrl .Values.authBaseUrl }}
  - name: AUTH_BASE_URL
    value: {{ default .Values.publicUrl .Values.authBaseUrl | quote }}
  {{- end }}
  {{- if .Values.oauth.github.clientId }}
  - name: GITHUB_CLIENT_ID
    value: {{ .Values.oauth.github.clientId | quote }}
  {{- end }}
  {{- if and .Values.oauth.github.clientId .Values.oauth.github.allowedOrg }}
  - name: GITHUB_ALLOWED_ORG
    value: {{ .Values.oauth.github.allowedOrg | quote }}
  {{- end }}
  {{- if .Values.oauth.google.clientId }}
  - name: GOOGLE_CLIENT_ID
    value: {{ .Values.oauth.google.clientId | quote }}
  {{- end }}
  {{- if .Values.oauth.google.allowedEmails }}
  - name: GOOGLE_ALLOWED_EMAILS
    value: {{ join "," .Values.oauth.google.allowedEmails | quote }}
  {{- end }}
  {{- if .Values.oauth.discord.clientId }}
  - name: DISCORD_CLIENT_ID
    value: {{ .Values.oauth.discord.clientId | quote }}
  {{- end }}
  {{- if .Values.oauth.telegram }}
  - name: TELEGRAM_BOT_TOKEN
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.credentialsName.secrets" . | quote }}
        key: TELEGRAM_BOT_TOKEN
  {{- end }}
  {{- if .Values.telemetry.metrics.enabled }}
  - name: METRICS_ENABLED
    value: "true"
  {{- end }}
  {{- range $key, $entry := .Values.authd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.authd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.authd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-authd
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/authd" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/authd" .Values.instance | quote }}
  {{- range $key, $entry := .Values.authd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
