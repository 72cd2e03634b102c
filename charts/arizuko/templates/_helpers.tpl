{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* Whether an adapter comes up, and goes on listening. Whether the platform answers decides nothing: its
       outage must not restart what waits for its end. */}}
{{- define "arizuko.adapterProbes" -}}
{{- if .root.Values.probes.startup.enabled }}
startupProbe:
  exec:
    command:
      - nc
      - -z
      - 127.0.0.1
      - {{ .port | quote }}
  periodSeconds: {{ int64 .root.Values.probes.startup.periodSeconds }}
  timeoutSeconds: {{ int64 .root.Values.probes.startup.timeoutSeconds }}
  failureThreshold: {{ int64 .root.Values.probes.startup.failureThreshold }}
{{- end }}
{{- if .root.Values.probes.liveness.enabled }}
livenessProbe:
  exec:
    command:
      - nc
      - -z
      - 127.0.0.1
      - {{ .port | quote }}
  periodSeconds: {{ int64 .root.Values.probes.liveness.periodSeconds }}
  timeoutSeconds: {{ int64 .root.Values.probes.liveness.timeoutSeconds }}
  failureThreshold: {{ int64 .root.Values.probes.liveness.failureThreshold }}
{{- end }}
{{- end }}

{{- /* The environment of system, for its ConfigMap and for the checksum in its pods. */}}
{{- define "arizuko.config.system" -}}
INSTANCE_NAME: {{ .Values.instance | quote }}
ASSISTANT_NAME: {{ .Values.assistantName | quote }}
WEB_HOST: {{ default (.Values.publicUrl | trimPrefix "https://" | trimPrefix "http://") .Values.webHost | quote }}
CONTAINER_IMAGE: {{ include "arizuko.image" (dict "root" . "image" .Values.agents.image) | quote }}
HOST_DATA_DIR: {{ default (include "arizuko.dataDirectory" .) .Values.hostDataDir | quote }}
HOST_APP_DIR: {{ .Values.hostAppDir | quote }}
LOG_LEVEL: {{ .Values.logLevel }}
{{- end }}

{{- /* What stands in the container of every daemon of arizuko's own. */}}
{{- define "arizuko.containerEnvironment" -}}
{{- if and .Values.telemetry.otlp.endpoint .Values.telemetry.otlp.headersFromSecret }}
- name: OTEL_EXPORTER_OTLP_HEADERS
  valueFrom:
    secretKeyRef:
      name: {{ include "arizuko.credentialsName.secrets" . | quote }}
      key: {{ .Values.secrets.keys.otlpHeaders | quote }}
{{- end }}
- name: ASSISTANT_NAME
  valueFrom:
    configMapKeyRef:
      name: {{ include "arizuko.fullname" . }}-config
      key: ASSISTANT_NAME
- name: LOG_LEVEL
  valueFrom:
    configMapKeyRef:
      name: {{ include "arizuko.fullname" . }}-config
      key: LOG_LEVEL
{{- if .Values.timeZone }}
- name: TZ
  value: {{ .Values.timeZone | quote }}
{{- end }}
- name: ARIZUKO_INSTANCE
  value: {{ .Values.instance | quote }}
{{- if .Values.telemetry.otlp.endpoint }}
- name: OTEL_EXPORTER_OTLP_ENDPOINT
  value: {{ .Values.telemetry.otlp.endpoint | quote }}
- name: OTEL_EXPORTER_OTLP_PROTOCOL
  value: {{ .Values.telemetry.otlp.protocol }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the daemons' keys and credentials. */}}
{{- define "arizuko.credentialsLeft.secrets" -}}
{{- if .Values.secrets.existingCredentials }}
{{- range $id, $needed := dict
    "anthropicApiKey"
      (and
        (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
        (eq .Values.agents.credential "ANTHROPIC_API_KEY"))
    "claudeCodeOauthToken"
      (and
        (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
        (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN"))
    "openaiApiKey"
      (and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.openai)
    "codexApiKey"
      (and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.codex)
    "githubClientSecret" .Values.oauth.github.clientId
    "googleClientSecret" .Values.oauth.google.clientId
    "discordClientSecret" .Values.oauth.discord.clientId
    "surrogateGithubClientSecret" .Values.oauth.surrogateGithub.clientId
    "otlpHeaders" (and .Values.telemetry.otlp.endpoint .Values.telemetry.otlp.headersFromSecret) }}
{{- $key := get $.Values.secrets.keys $id }}
{{- if and $needed (not (get $.Values.secrets.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.teled.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "telegram" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=TELEGRAM_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=SLACK_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "signingSecret" "" $account) }}
    --from-literal=SLACK_SIGNING_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=DISCORD_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
{{- if not (dig "accessToken" "" $account) }}
    --from-literal=MASTODON_ACCESS_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=BLUESKY_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=REDDIT_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "password" "" $account) }}
    --from-literal=REDDIT_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=EMAIL_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=LINKEDIN_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if not (dig "username" "" $account) }}
    --from-literal=TWITTER_USERNAME{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "password" "" $account) }}
    --from-literal=TWITTER_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "email" "" $account) }}
    --from-literal=TWITTER_EMAIL{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with those of the daemons' keys and credentials that nobody can make up. */}}
{{- define "arizuko.credentialsName.secrets" -}}
{{- if .Values.secrets.existingCredentials }}
{{- .Values.secrets.existingCredentials }}
{{- else }}
{{- include "arizuko.secretName.secrets" . }}
{{- end }}
{{- end }}

{{- /* The claim of the data directory: the user's, or the chart's own. */}}
{{- define "arizuko.dataClaim" -}}
{{- if .Values.persistence.existingClaim }}
{{- .Values.persistence.existingClaim }}
{{- else }}
{{- printf "%s-data" (include "arizuko.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The data directory of the instance, at the same path in every container. */}}
{{- define "arizuko.dataDirectory" -}}
{{- printf "/srv/data/arizuko_%s" .Values.instance }}
{{- end }}

{{- /* What every pod may do, whatever runs in it. */}}
{{- define "arizuko.egress.every" -}}
- ports:
    - protocol: UDP
      port: {{ int64 .Values.networkPolicy.dns.port }}
    - protocol: TCP
      port: {{ int64 .Values.networkPolicy.dns.port }}
  {{- with .Values.networkPolicy.dns.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{- /* The claim of the Docker engine's images: the user's, or the chart's own. */}}
{{- define "arizuko.engineClaim" -}}
{{- if .Values.agents.dind.storage.existingClaim }}
{{- .Values.agents.dind.storage.existingClaim }}
{{- else }}
{{- printf "%s-docker" (include "arizuko.fullname" .) }}
{{- end }}
{{- end }}

{{- /* What the names of all objects begin with. Longer than 36 characters it is cut and told apart by a digest,
       so that every suffix is kept within Kubernetes' 63. */}}
{{- define "arizuko.fullname" -}}
{{- $name := include "arizuko.releaseName" . | replace "." "-" }}
{{- if gt (len $name) 36 }}
{{- printf "%s-%s" ($name | trunc 27 | trimSuffix "-") ($name | sha256sum | trunc 8) }}
{{- else }}
{{- $name }}
{{- end }}
{{- end }}

{{- /* An image as a container names it, in the registry that global.imageRegistry or its own values say. */}}
{{- define "arizuko.image" -}}
{{- $registry := default .image.registry .root.Values.global.imageRegistry }}
{{- $name := printf "%s/%s" $registry .image.repository | trimPrefix "/" }}
{{- if .image.digest }}
{{- printf "%s@%s" $name .image.digest }}
{{- else }}
{{- printf "%s:%s" $name (default .root.Chart.AppVersion .image.tag) }}
{{- end }}
{{- end }}

{{- /* Where the Ingress sends requests: to proxyd. */}}
{{- define "arizuko.ingressPaths" -}}
- path: /
  pathType: Prefix
  backend:
    service:
      name: {{ include "arizuko.fullname" . | quote }}
      port:
        number: 80
{{- end }}

{{- /* Network policy peers: every public address, and so none of the cluster's own. */}}
{{- define "arizuko.internet" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except:
      - 10.0.0.0/8
      - 172.16.0.0/12
      - 192.168.0.0/16
      - 100.64.0.0/10
      - 169.254.0.0/16
      - 168.63.129.16/32
- ipBlock:
    cidr: ::/0
    except: [fc00::/7, fe80::/10]
{{- end }}

{{- /* Network policy peers: those that the user names, or every public address. */}}
{{- define "arizuko.internetPeers" -}}
{{- if .peers }}
{{ toYaml .peers }}
{{- else }}
{{ include "arizuko.internet" .root }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the daemons' keys and credentials. */}}
{{- define "arizuko.keysLeft.secrets" -}}
{{- $name := include "arizuko.secretName.secrets" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- if or
    .Values.secrets.existingSecret
    (not
      (or
        (and .Values.externalSecrets.enabled .Values.secrets.remoteKey)
        (and .Values.secrets.generate (or $kept (lookup "v1" "Secret" .Release.Namespace ""))))) }}
{{- range $id, $needed := dict
    "secretsKey" true
    "authSecret" true
    "authdKey" true
    "routdKey" true
    "runedKey" (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    "timedKey" (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    "onbodKey" .Values.onbod.enabled
    "dashdKey" true
    "webdKey" true
    "proxydKey" true
    "teledKey" .Values.adapters.teled.accounts
    "slakdKey" .Values.adapters.slakd.accounts
    "discdKey" .Values.adapters.discd.accounts
    "mastdKey" .Values.adapters.mastd.accounts
    "bskydKey" .Values.adapters.bskyd.accounts
    "reditdKey" .Values.adapters.reditd.accounts
    "emaidKey" .Values.adapters.emaid.accounts
    "linkdKey" .Values.adapters.linkd.accounts
    "whapdKey" .Values.adapters.whapd.accounts
    "twitdKey" .Values.adapters.twitd.accounts }}
{{- $key := get $.Values.secrets.keys $id }}
{{- if and $needed (not (get $.Values.secrets.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- if and
    (or
      .Values.secrets.existingSecret
      .Values.secrets.existingCredentials
      (not (and .Values.externalSecrets.enabled .Values.secrets.remoteKey)))
    (not .Values.secrets.existingCredentials) }}
{{- range $id, $needed := dict
    "anthropicApiKey"
      (and
        (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
        (eq .Values.agents.credential "ANTHROPIC_API_KEY"))
    "claudeCodeOauthToken"
      (and
        (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
        (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN"))
    "openaiApiKey"
      (and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.openai)
    "codexApiKey"
      (and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.codex)
    "githubClientSecret" .Values.oauth.github.clientId
    "googleClientSecret" .Values.oauth.google.clientId
    "discordClientSecret" .Values.oauth.discord.clientId
    "surrogateGithubClientSecret" .Values.oauth.surrogateGithub.clientId
    "otlpHeaders" (and .Values.telemetry.otlp.endpoint .Values.telemetry.otlp.headersFromSecret) }}
{{- $key := get $.Values.secrets.keys $id }}
{{- if and $needed (not (get $.Values.secrets.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.teled.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "telegram" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=TELEGRAM_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=SLACK_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "signingSecret" "" $account) }}
    --from-literal=SLACK_SIGNING_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=DISCORD_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
{{- if not (dig "accessToken" "" $account) }}
    --from-literal=MASTODON_ACCESS_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=BLUESKY_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=REDDIT_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "password" "" $account) }}
    --from-literal=REDDIT_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=EMAIL_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=LINKEDIN_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if not (dig "username" "" $account) }}
    --from-literal=TWITTER_USERNAME{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "password" "" $account) }}
    --from-literal=TWITTER_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- if not (dig "email" "" $account) }}
    --from-literal=TWITTER_EMAIL{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The labels of every object. */}}
{{- define "arizuko.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
{{ include "arizuko.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: {{ .Chart.Name | quote }}
{{- with .Values.commonLabels }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{- /* Security settings of pods; on OpenShift without the ids that the platform chooses. */}}
{{- define "arizuko.podSecurityContext" -}}
{{- if .root.Values.openshift }}
{{ toYaml (omit .context "runAsUser" "runAsGroup" "fsGroup") }}
{{- else }}
{{ toYaml .context }}
{{- end }}
{{- end }}

{{- /* What pods have from their settings alone, whatever runs in them. */}}
{{- define "arizuko.podSettings" -}}
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if .pod.priorityClassName }}
priorityClassName: {{ .pod.priorityClassName | quote }}
{{- end }}
{{- if .pod.runtimeClassName }}
runtimeClassName: {{ .pod.runtimeClassName | quote }}
{{- end }}
dnsPolicy: {{ .pod.dnsPolicy }}
{{- with .pod.dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- if .pod.hostAliases }}
hostAliases:
  {{- range $aliasName, $alias := .pod.hostAliases }}
  - ip: {{ $aliasName | quote }}
    {{- with $alias }}
    hostnames:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  {{- end }}
{{- end }}
{{- with .pod.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .pod.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with include "arizuko.podSecurityContext" (dict "root" .root "context" .pod.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
{{- end }}

{{- /* Whether a daemon comes up, and goes on answering. Its health says nothing of others. */}}
{{- define "arizuko.probes" -}}
{{- if .root.Values.probes.startup.enabled }}
startupProbe:
  exec:
    command:
      - wget
      - -q
      - -O
      - /dev/null
      - {{ .url | quote }}
  periodSeconds: {{ int64 .root.Values.probes.startup.periodSeconds }}
  timeoutSeconds: {{ int64 .root.Values.probes.startup.timeoutSeconds }}
  failureThreshold: {{ int64 .root.Values.probes.startup.failureThreshold }}
{{- end }}
{{- if .root.Values.probes.liveness.enabled }}
livenessProbe:
  exec:
    command:
      - wget
      - -q
      - -O
      - /dev/null
      - {{ .url | quote }}
  periodSeconds: {{ int64 .root.Values.probes.liveness.periodSeconds }}
  timeoutSeconds: {{ int64 .root.Values.probes.liveness.timeoutSeconds }}
  failureThreshold: {{ int64 .root.Values.probes.liveness.failureThreshold }}
{{- end }}
{{- end }}

{{- /* Release and chart in one name, which is the release's alone where it names the chart already. */}}
{{- define "arizuko.releaseName" -}}
{{- $chart := default .Chart.Name .Values.nameOverride }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if contains $chart .Release.Name }}
{{- .Release.Name }}
{{- else }}
{{- printf "%s-%s" .Release.Name $chart }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the daemons' keys and credentials that this release needs, and where they are
       kept. */}}
{{- define "arizuko.remoteKeys.secrets" -}}
{{- range $id, $needed := dict
    "secretsKey" true
    "authSecret" true
    "authdKey" true
    "routdKey" true
    "runedKey" (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    "timedKey" (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    "onbodKey" .Values.onbod.enabled
    "dashdKey" true
    "webdKey" true
    "proxydKey" true
    "teledKey" .Values.adapters.teled.accounts
    "slakdKey" .Values.adapters.slakd.accounts
    "discdKey" .Values.adapters.discd.accounts
    "mastdKey" .Values.adapters.mastd.accounts
    "bskydKey" .Values.adapters.bskyd.accounts
    "reditdKey" .Values.adapters.reditd.accounts
    "emaidKey" .Values.adapters.emaid.accounts
    "linkdKey" .Values.adapters.linkd.accounts
    "whapdKey" .Values.adapters.whapd.accounts
    "twitdKey" .Values.adapters.twitd.accounts
    "anthropicApiKey"
      (and
        (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
        (eq .Values.agents.credential "ANTHROPIC_API_KEY"))
    "claudeCodeOauthToken"
      (and
        (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
        (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN"))
    "openaiApiKey"
      (and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.openai)
    "codexApiKey"
      (and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.codex)
    "githubClientSecret" .Values.oauth.github.clientId
    "googleClientSecret" .Values.oauth.google.clientId
    "discordClientSecret" .Values.oauth.discord.clientId
    "surrogateGithubClientSecret" .Values.oauth.surrogateGithub.clientId
    "otlpHeaders" (and .Values.telemetry.otlp.endpoint .Values.telemetry.otlp.headersFromSecret) }}
{{- $key := get $.Values.secrets.keys $id }}
{{- if $needed }}
- secretKey: {{ $key | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ $key | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.teled.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "telegram" }}
- secretKey: {{ printf "TELEGRAM_BOT_TOKEN%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "TELEGRAM_BOT_TOKEN%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
- secretKey: {{ printf "SLACK_BOT_TOKEN%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "SLACK_BOT_TOKEN%s" $suffix | quote }}
- secretKey: {{ printf "SLACK_SIGNING_SECRET%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "SLACK_SIGNING_SECRET%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
- secretKey: {{ printf "DISCORD_BOT_TOKEN%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "DISCORD_BOT_TOKEN%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
- secretKey: {{ printf "MASTODON_ACCESS_TOKEN%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "MASTODON_ACCESS_TOKEN%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
- secretKey: {{ printf "BLUESKY_PASSWORD%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "BLUESKY_PASSWORD%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
- secretKey: {{ printf "REDDIT_CLIENT_SECRET%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "REDDIT_CLIENT_SECRET%s" $suffix | quote }}
- secretKey: {{ printf "REDDIT_PASSWORD%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "REDDIT_PASSWORD%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
- secretKey: {{ printf "EMAIL_PASSWORD%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "EMAIL_PASSWORD%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
- secretKey: {{ printf "LINKEDIN_CLIENT_SECRET%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "LINKEDIN_CLIENT_SECRET%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
- secretKey: {{ printf "TWITTER_USERNAME%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "TWITTER_USERNAME%s" $suffix | quote }}
- secretKey: {{ printf "TWITTER_PASSWORD%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "TWITTER_PASSWORD%s" $suffix | quote }}
- secretKey: {{ printf "TWITTER_EMAIL%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "TWITTER_EMAIL%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Requests and limits of a container. An empty CPU limit is left out. */}}
{{- define "arizuko.resources" -}}
requests:
  cpu: {{ .resources.requests.cpu | quote }}
  memory: {{ .resources.requests.memory | quote }}
  ephemeral-storage: {{ index .resources.requests "ephemeral-storage" | quote }}
limits:
  {{- if .resources.limits.cpu }}
  cpu: {{ .resources.limits.cpu | quote }}
  {{- end }}
  memory: {{ .resources.limits.memory | quote }}
  ephemeral-storage: {{ index .resources.limits "ephemeral-storage" | quote }}
{{- end }}

{{- /* The Gateways that the HTTPRoute belongs to. */}}
{{- define "arizuko.routeParents" -}}
{{- range $parentName, $parent := .Values.httpRoute.parentRefs }}
{{- if dig "enabled" true $parent }}
- name: {{ $parentName | quote }}
  {{- if dig "namespace" "" $parent }}
  namespace: {{ dig "namespace" "" $parent | quote }}
  {{- end }}
  {{- if dig "sectionName" "" $parent }}
  sectionName: {{ dig "sectionName" "" $parent | quote }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Where the HTTPRoute sends requests: to proxyd. */}}
{{- define "arizuko.routeRules" -}}
- matches:
    - path:
        type: PathPrefix
        value: /
  backendRefs:
    - name: {{ include "arizuko.fullname" . | quote }}
      port: 80
  timeouts:
    request: {{ .Values.httpRoute.requestTimeout | quote }}
{{- end }}

{{- /* proxyd's routes, for their file and for the checksum in the pod that stores them. */}}
{{- define "arizuko.routes" -}}
chart-routes.json: |
  [
  {"path":"/dash/","backend":"http://127.0.0.1:8085","auth":"user"}
  {{- if .Values.onbod.enabled }}
  ,{"path":"/dash/onbod/","backend":"http://127.0.0.1:8084","auth":"user"}
  {{- end }}
  {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") }}
  ,{"path":"/dash/timed/","backend":"http://127.0.0.1:8080","auth":"user"}
  {{- end }}
  ,{"path":"/pair/","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/me","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/me/","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/panel/","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/api/","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/x/","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/static/","backend":"http://127.0.0.1:8086","auth":"user"}
  ,{"path":"/mcp","backend":"http://127.0.0.1:8086","auth":"user"}
  {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") .Values.agents.chatsWithoutAgents }}
  ,{"path":"/chat/","backend":"http://127.0.0.1:8086","auth":"public"}
  {{- end }}
  {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") .Values.agents.chatsWithoutAgents }}
  ,{"path":"/hook/","backend":"http://127.0.0.1:8086","auth":"public"}
  {{- end }}
  {{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") .Values.agents.chatsWithoutAgents }}
  ,{"path":"/slink/","backend":"http://127.0.0.1:8086","auth":"public"}
  {{- end }}
  {{- if .Values.onbod.enabled }}
  ,{"path":"/onboard","backend":"http://127.0.0.1:8084","auth":"public"}
  {{- end }}
  {{- if .Values.onbod.enabled }}
  ,{"path":"/onboard/","backend":"http://127.0.0.1:8084","auth":"public"}
  {{- end }}
  {{- if .Values.onbod.enabled }}
  ,{"path":"/invite/","backend":"http://127.0.0.1:8084","auth":"public"}
  {{- end }}
  {{- if .Values.davd.enabled }}
  ,{"path":"/dav/","backend":"http://127.0.0.1:8089","auth":"user","strip_prefix":true}
  {{- end }}
  {{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
  {{- $account := index $.Values.adapters.slakd.accounts $accountName }}
  {{- if dig "enabled" true $account }}
  {{- $suffix := $accountName | trimPrefix "slack" }}
  {{- $port := add 9050 $accountIndex }}
  ,{"path":"/slack{{ $suffix }}/","auth":"public",
    "backend":"http://127.0.0.1:{{ $port }}",
  {{- if ne $accountName "slack" }}
    "strip_prefix":true,
  {{- end }}
    "preserve_headers":["X-Slack-Signature","X-Slack-Request-Timestamp"]}
  {{- end }}
  {{- end }}
  {{- range $routeName, $route := .Values.proxyd.routes }}
  {{- if dig "enabled" true $route }}
  ,{"path":"{{ $routeName }}","backend":"{{ dig "backend" "" $route }}",
    "auth":"{{ dig "auth" "user" $route }}","strip_prefix":{{ toString (dig "stripPrefix" false $route) }}
  {{- if dig "preserveHeaders" list $route }}
    ,"preserve_headers":["{{ join "\",\"" (dig "preserveHeaders" list $route) }}"]
  {{- end }}
  }
  {{- end }}
  {{- end }}
  ]
{{- end }}

{{- /* What the Secret with the daemons' keys and credentials holds: what values provide, and what is made up
       once and kept. */}}
{{- define "arizuko.secretContent.secrets" -}}
{{- $name := include "arizuko.secretName.secrets" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- $generate := and .Values.secrets.generate (or $kept (lookup "v1" "Secret" .Release.Namespace "")) }}
{{- include "arizuko.secretData.secrets" . }}
{{- range $id, $needed := dict
    "secretsKey" true
    "authSecret" true
    "authdKey" true
    "routdKey" true
    "runedKey" (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    "timedKey" (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    "onbodKey" .Values.onbod.enabled
    "dashdKey" true
    "webdKey" true
    "proxydKey" true
    "teledKey" .Values.adapters.teled.accounts
    "slakdKey" .Values.adapters.slakd.accounts
    "discdKey" .Values.adapters.discd.accounts
    "mastdKey" .Values.adapters.mastd.accounts
    "bskydKey" .Values.adapters.bskyd.accounts
    "reditdKey" .Values.adapters.reditd.accounts
    "emaidKey" .Values.adapters.emaid.accounts
    "linkdKey" .Values.adapters.linkd.accounts
    "whapdKey" .Values.adapters.whapd.accounts
    "twitdKey" .Values.adapters.twitd.accounts }}
{{- $key := get $.Values.secrets.keys $id }}
{{- if not (get $.Values.secrets.values $id) }}
{{- if hasKey $kept $key }}
{{ $key | quote }}: {{ index $kept $key | quote }}
{{- else if and $generate $needed }}
{{ $key | quote }}: {{ randAlphaNum 48 | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with the daemons' keys and credentials. */}}
{{- define "arizuko.secretData.secrets" -}}
{{- range $id, $key := .Values.secrets.keys }}
{{- if get $.Values.secrets.values $id }}
{{ $key | quote }}: {{ get $.Values.secrets.values $id | b64enc | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.teled.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "telegram" }}
{{- if dig "botToken" "" $account }}
{{ printf "TELEGRAM_BOT_TOKEN%s" $suffix | quote }}: {{ dig "botToken" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if dig "botToken" "" $account }}
{{ printf "SLACK_BOT_TOKEN%s" $suffix | quote }}: {{ dig "botToken" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "signingSecret" "" $account }}
{{ printf "SLACK_SIGNING_SECRET%s" $suffix | quote }}: {{ dig "signingSecret" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
{{- if dig "botToken" "" $account }}
{{ printf "DISCORD_BOT_TOKEN%s" $suffix | quote }}: {{ dig "botToken" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "userToken" "" $account }}
{{ printf "DISCORD_USER_TOKEN%s" $suffix | quote }}: {{ dig "userToken" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
{{- if dig "accessToken" "" $account }}
{{ printf "MASTODON_ACCESS_TOKEN%s" $suffix | quote }}: {{ dig "accessToken" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
{{- if dig "password" "" $account }}
{{ printf "BLUESKY_PASSWORD%s" $suffix | quote }}: {{ dig "password" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if dig "clientSecret" "" $account }}
{{ printf "REDDIT_CLIENT_SECRET%s" $suffix | quote }}: {{ dig "clientSecret" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "password" "" $account }}
{{ printf "REDDIT_PASSWORD%s" $suffix | quote }}: {{ dig "password" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
{{- if dig "password" "" $account }}
{{ printf "EMAIL_PASSWORD%s" $suffix | quote }}: {{ dig "password" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- if dig "clientSecret" "" $account }}
{{ printf "LINKEDIN_CLIENT_SECRET%s" $suffix | quote }}: {{ dig "clientSecret" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "accessToken" "" $account }}
{{ printf "LINKEDIN_ACCESS_TOKEN%s" $suffix | quote }}: {{ dig "accessToken" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "refreshToken" "" $account }}
{{ printf "LINKEDIN_REFRESH_TOKEN%s" $suffix | quote }}: {{ dig "refreshToken" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if dig "username" "" $account }}
{{ printf "TWITTER_USERNAME%s" $suffix | quote }}: {{ dig "username" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "password" "" $account }}
{{ printf "TWITTER_PASSWORD%s" $suffix | quote }}: {{ dig "password" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "email" "" $account }}
{{ printf "TWITTER_EMAIL%s" $suffix | quote }}: {{ dig "email" "" $account | b64enc | quote }}
{{- end }}
{{- if dig "twoFactorSecret" "" $account }}
{{ printf "TWITTER_2FA_SECRET%s" $suffix | quote }}: {{ dig "twoFactorSecret" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with the daemons' keys and credentials. */}}
{{- define "arizuko.secretName.secrets" -}}
{{- if .Values.secrets.existingSecret }}
{{- .Values.secrets.existingSecret }}
{{- else }}
{{- printf "%s-secrets" (include "arizuko.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The commands that create the Secrets which are left to the user. */}}
{{- define "arizuko.secretsLeft" -}}
{{- $secrets := include "arizuko.keysLeft.secrets" . }}
{{- $secretsCredentials := include "arizuko.credentialsLeft.secrets" . }}
{{- if $secrets }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "arizuko.secretName.secrets" . }} \
{{ $secrets | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- if $secretsCredentials }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ .Values.secrets.existingCredentials }} \
{{ $secretsCredentials | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- end }}

{{- /* Security settings of containers; on OpenShift without the ids that the platform chooses. */}}
{{- define "arizuko.securityContext" -}}
{{- if .root.Values.openshift }}
{{ toYaml (omit .context "runAsUser" "runAsGroup") }}
{{- else }}
{{ toYaml .context }}
{{- end }}
{{- end }}

{{- /* The labels by which objects find the pods of this release. Kubernetes lets nobody change them in a
       Deployment, so nothing may ever be added here. */}}
{{- define "arizuko.selectorLabels" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{- /* The account that arizuko's pod runs as. */}}
{{- define "arizuko.serviceAccountName" -}}
{{- if .Values.serviceAccount.name }}
{{- .Values.serviceAccount.name }}
{{- else if .Values.serviceAccount.create }}
{{- include "arizuko.fullname" . }}
{{- else }}
{{- "default" }}
{{- end }}
{{- end }}
