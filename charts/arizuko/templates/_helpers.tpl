{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

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
{{- $ask := or
    .Values.secrets.existingSecret
    .Values.secrets.existingCredentials
    (not (and .Values.externalSecrets.enabled .Values.secrets.remoteKey)) }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    (eq .Values.agents.credential "ANTHROPIC_API_KEY")
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.anthropicApiKey) }}
    --from-literal={{ .Values.secrets.keys.anthropicApiKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN")
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.claudeCodeOauthToken) }}
    --from-literal={{ .Values.secrets.keys.claudeCodeOauthToken }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    .Values.agents.openai
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.openaiApiKey) }}
    --from-literal={{ .Values.secrets.keys.openaiApiKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    .Values.agents.codex
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.codexApiKey) }}
    --from-literal={{ .Values.secrets.keys.codexApiKey }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.github.clientId
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.githubClientSecret) }}
    --from-literal={{ .Values.secrets.keys.githubClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.google.clientId
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.googleClientSecret) }}
    --from-literal={{ .Values.secrets.keys.googleClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.discord.clientId
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.discordClientSecret) }}
    --from-literal={{ .Values.secrets.keys.discordClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.surrogateGithub.clientId
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.surrogateGithubClientSecret) }}
    --from-literal={{ .Values.secrets.keys.surrogateGithubClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.telemetry.otlp.endpoint
    .Values.telemetry.otlp.headersFromSecret
    $ask
    .Values.secrets.existingCredentials
    (not .Values.secrets.values.otlpHeaders) }}
    --from-literal={{ .Values.secrets.keys.otlpHeaders }}=VALUE \
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.teled.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "telegram" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=TELEGRAM_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=SLACK_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if not (dig "signingSecret" "" $account) }}
    --from-literal=SLACK_SIGNING_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=DISCORD_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
{{- if not (dig "accessToken" "" $account) }}
    --from-literal=MASTODON_ACCESS_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=BLUESKY_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=REDDIT_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=REDDIT_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=EMAIL_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=LINKEDIN_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if not (dig "username" "" $account) }}
    --from-literal=TWITTER_USERNAME{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=TWITTER_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask .Values.secrets.existingCredentials }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
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
{{- $ask := or
    .Values.secrets.existingSecret
    .Values.secrets.existingCredentials
    (not (and .Values.externalSecrets.enabled .Values.secrets.remoteKey)) }}
{{- $name := include "arizuko.secretName.secrets" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- $askRandom := or
    .Values.secrets.existingSecret
    (not
      (or
        (and .Values.externalSecrets.enabled .Values.secrets.remoteKey)
        (and .Values.secrets.generate (or $kept (lookup "v1" "Secret" .Release.Namespace ""))))) }}
{{- if and $askRandom (not .Values.secrets.values.secretsKey) }}
    --from-literal={{ .Values.secrets.keys.secretsKey }}=VALUE \
{{- end }}
{{- if and $askRandom (not .Values.secrets.values.authSecret) }}
    --from-literal={{ .Values.secrets.keys.authSecret }}=VALUE \
{{- end }}
{{- if and $askRandom (not .Values.secrets.values.authdKey) }}
    --from-literal={{ .Values.secrets.keys.authdKey }}=VALUE \
{{- end }}
{{- if and $askRandom (not .Values.secrets.values.routdKey) }}
    --from-literal={{ .Values.secrets.keys.routdKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    $askRandom
    (not .Values.secrets.values.runedKey) }}
    --from-literal={{ .Values.secrets.keys.runedKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    $askRandom
    (not .Values.secrets.values.timedKey) }}
    --from-literal={{ .Values.secrets.keys.timedKey }}=VALUE \
{{- end }}
{{- if and .Values.onbod.enabled $askRandom (not .Values.secrets.values.onbodKey) }}
    --from-literal={{ .Values.secrets.keys.onbodKey }}=VALUE \
{{- end }}
{{- if and $askRandom (not .Values.secrets.values.dashdKey) }}
    --from-literal={{ .Values.secrets.keys.dashdKey }}=VALUE \
{{- end }}
{{- if and $askRandom (not .Values.secrets.values.webdKey) }}
    --from-literal={{ .Values.secrets.keys.webdKey }}=VALUE \
{{- end }}
{{- if and $askRandom (not .Values.secrets.values.proxydKey) }}
    --from-literal={{ .Values.secrets.keys.proxydKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.teled.accounts $askRandom (not .Values.secrets.values.teledKey) }}
    --from-literal={{ .Values.secrets.keys.teledKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.slakd.accounts $askRandom (not .Values.secrets.values.slakdKey) }}
    --from-literal={{ .Values.secrets.keys.slakdKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.discd.accounts $askRandom (not .Values.secrets.values.discdKey) }}
    --from-literal={{ .Values.secrets.keys.discdKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.mastd.accounts $askRandom (not .Values.secrets.values.mastdKey) }}
    --from-literal={{ .Values.secrets.keys.mastdKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.bskyd.accounts $askRandom (not .Values.secrets.values.bskydKey) }}
    --from-literal={{ .Values.secrets.keys.bskydKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.reditd.accounts $askRandom (not .Values.secrets.values.reditdKey) }}
    --from-literal={{ .Values.secrets.keys.reditdKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.emaid.accounts $askRandom (not .Values.secrets.values.emaidKey) }}
    --from-literal={{ .Values.secrets.keys.emaidKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.linkd.accounts $askRandom (not .Values.secrets.values.linkdKey) }}
    --from-literal={{ .Values.secrets.keys.linkdKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.whapd.accounts $askRandom (not .Values.secrets.values.whapdKey) }}
    --from-literal={{ .Values.secrets.keys.whapdKey }}=VALUE \
{{- end }}
{{- if and .Values.adapters.twitd.accounts $askRandom (not .Values.secrets.values.twitdKey) }}
    --from-literal={{ .Values.secrets.keys.twitdKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    (eq .Values.agents.credential "ANTHROPIC_API_KEY")
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.anthropicApiKey) }}
    --from-literal={{ .Values.secrets.keys.anthropicApiKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN")
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.claudeCodeOauthToken) }}
    --from-literal={{ .Values.secrets.keys.claudeCodeOauthToken }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    .Values.agents.openai
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.openaiApiKey) }}
    --from-literal={{ .Values.secrets.keys.openaiApiKey }}=VALUE \
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    .Values.agents.codex
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.codexApiKey) }}
    --from-literal={{ .Values.secrets.keys.codexApiKey }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.github.clientId
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.githubClientSecret) }}
    --from-literal={{ .Values.secrets.keys.githubClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.google.clientId
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.googleClientSecret) }}
    --from-literal={{ .Values.secrets.keys.googleClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.discord.clientId
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.discordClientSecret) }}
    --from-literal={{ .Values.secrets.keys.discordClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.oauth.surrogateGithub.clientId
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.surrogateGithubClientSecret) }}
    --from-literal={{ .Values.secrets.keys.surrogateGithubClientSecret }}=VALUE \
{{- end }}
{{- if and
    .Values.telemetry.otlp.endpoint
    .Values.telemetry.otlp.headersFromSecret
    $ask
    (not .Values.secrets.existingCredentials)
    (not .Values.secrets.values.otlpHeaders) }}
    --from-literal={{ .Values.secrets.keys.otlpHeaders }}=VALUE \
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.teled.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.teled.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "telegram" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=TELEGRAM_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=SLACK_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- if not (dig "signingSecret" "" $account) }}
    --from-literal=SLACK_SIGNING_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
{{- if not (dig "botToken" "" $account) }}
    --from-literal=DISCORD_BOT_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
{{- if not (dig "accessToken" "" $account) }}
    --from-literal=MASTODON_ACCESS_TOKEN{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=BLUESKY_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=REDDIT_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=REDDIT_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=EMAIL_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- if not (dig "clientSecret" "" $account) }}
    --from-literal=LINKEDIN_CLIENT_SECRET{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if not (dig "username" "" $account) }}
    --from-literal=TWITTER_USERNAME{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if not (dig "password" "" $account) }}
    --from-literal=TWITTER_PASSWORD{{ $suffix }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $ask (not .Values.secrets.existingCredentials) }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
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

{{- /* The name of the chart, or what nameOverride calls it. */}}
{{- define "arizuko.name" -}}
{{- default .Chart.Name .Values.nameOverride }}
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

{{- /* Release and chart in one name, which is the release's alone where it names the chart already. */}}
{{- define "arizuko.releaseName" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if contains (include "arizuko.name" .) .Release.Name }}
{{- .Release.Name }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "arizuko.name" .) }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the daemons' keys and credentials that this release needs, and where they are
       kept. */}}
{{- define "arizuko.remoteKeys.secrets" -}}
- secretKey: {{ .Values.secrets.keys.secretsKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.secretsKey | quote }}
- secretKey: {{ .Values.secrets.keys.authSecret | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.authSecret | quote }}
- secretKey: {{ .Values.secrets.keys.authdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.authdKey | quote }}
- secretKey: {{ .Values.secrets.keys.routdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.routdKey | quote }}
{{- if or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket") }}
- secretKey: {{ .Values.secrets.keys.runedKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.runedKey | quote }}
- secretKey: {{ .Values.secrets.keys.timedKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.timedKey | quote }}
{{- end }}
{{- if .Values.onbod.enabled }}
- secretKey: {{ .Values.secrets.keys.onbodKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.onbodKey | quote }}
{{- end }}
- secretKey: {{ .Values.secrets.keys.dashdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.dashdKey | quote }}
- secretKey: {{ .Values.secrets.keys.webdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.webdKey | quote }}
- secretKey: {{ .Values.secrets.keys.proxydKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.proxydKey | quote }}
{{- if .Values.adapters.teled.accounts }}
- secretKey: {{ .Values.secrets.keys.teledKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.teledKey | quote }}
{{- end }}
{{- if .Values.adapters.slakd.accounts }}
- secretKey: {{ .Values.secrets.keys.slakdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.slakdKey | quote }}
{{- end }}
{{- if .Values.adapters.discd.accounts }}
- secretKey: {{ .Values.secrets.keys.discdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.discdKey | quote }}
{{- end }}
{{- if .Values.adapters.mastd.accounts }}
- secretKey: {{ .Values.secrets.keys.mastdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.mastdKey | quote }}
{{- end }}
{{- if .Values.adapters.bskyd.accounts }}
- secretKey: {{ .Values.secrets.keys.bskydKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.bskydKey | quote }}
{{- end }}
{{- if .Values.adapters.reditd.accounts }}
- secretKey: {{ .Values.secrets.keys.reditdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.reditdKey | quote }}
{{- end }}
{{- if .Values.adapters.emaid.accounts }}
- secretKey: {{ .Values.secrets.keys.emaidKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.emaidKey | quote }}
{{- end }}
{{- if .Values.adapters.linkd.accounts }}
- secretKey: {{ .Values.secrets.keys.linkdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.linkdKey | quote }}
{{- end }}
{{- if .Values.adapters.whapd.accounts }}
- secretKey: {{ .Values.secrets.keys.whapdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.whapdKey | quote }}
{{- end }}
{{- if .Values.adapters.twitd.accounts }}
- secretKey: {{ .Values.secrets.keys.twitdKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.twitdKey | quote }}
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    (eq .Values.agents.credential "ANTHROPIC_API_KEY") }}
- secretKey: {{ .Values.secrets.keys.anthropicApiKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.anthropicApiKey | quote }}
{{- end }}
{{- if and
    (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket"))
    (eq .Values.agents.credential "CLAUDE_CODE_OAUTH_TOKEN") }}
- secretKey: {{ .Values.secrets.keys.claudeCodeOauthToken | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.claudeCodeOauthToken | quote }}
{{- end }}
{{- if and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.openai }}
- secretKey: {{ .Values.secrets.keys.openaiApiKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.openaiApiKey | quote }}
{{- end }}
{{- if and (or (eq .Values.agents.mode "dind") (eq .Values.agents.mode "hostSocket")) .Values.agents.codex }}
- secretKey: {{ .Values.secrets.keys.codexApiKey | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.codexApiKey | quote }}
{{- end }}
{{- if .Values.oauth.github.clientId }}
- secretKey: {{ .Values.secrets.keys.githubClientSecret | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.githubClientSecret | quote }}
{{- end }}
{{- if .Values.oauth.google.clientId }}
- secretKey: {{ .Values.secrets.keys.googleClientSecret | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.googleClientSecret | quote }}
{{- end }}
{{- if .Values.oauth.discord.clientId }}
- secretKey: {{ .Values.secrets.keys.discordClientSecret | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.discordClientSecret | quote }}
{{- end }}
{{- if .Values.oauth.surrogateGithub.clientId }}
- secretKey: {{ .Values.secrets.keys.surrogateGithubClientSecret | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.surrogateGithubClientSecret | quote }}
{{- end }}
{{- if and .Values.telemetry.otlp.endpoint .Values.telemetry.otlp.headersFromSecret }}
- secretKey: {{ .Values.secrets.keys.otlpHeaders | quote }}
  remoteRef:
    key: {{ .Values.secrets.remoteKey | quote }}
    property: {{ .Values.secrets.keys.otlpHeaders | quote }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
- secretKey: {{ printf "TWITTER_PASSWORD%s" $suffix | quote }}
  remoteRef:
    key: {{ $.Values.secrets.remoteKey | quote }}
    property: {{ printf "TWITTER_PASSWORD%s" $suffix | quote }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
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

{{- /* What the user provides for the Secret with the daemons' keys and credentials. */}}
{{- define "arizuko.secretData.secrets" -}}
{{- if .Values.secrets.values.secretsKey }}
{{ .Values.secrets.keys.secretsKey | quote }}: {{ .Values.secrets.values.secretsKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.authSecret }}
{{ .Values.secrets.keys.authSecret | quote }}: {{ .Values.secrets.values.authSecret | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.channelSecret }}
{{ .Values.secrets.keys.channelSecret | quote }}: {{ .Values.secrets.values.channelSecret | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.authdKey }}
{{ .Values.secrets.keys.authdKey | quote }}: {{ .Values.secrets.values.authdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.routdKey }}
{{ .Values.secrets.keys.routdKey | quote }}: {{ .Values.secrets.values.routdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.runedKey }}
{{ .Values.secrets.keys.runedKey | quote }}: {{ .Values.secrets.values.runedKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.timedKey }}
{{ .Values.secrets.keys.timedKey | quote }}: {{ .Values.secrets.values.timedKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.onbodKey }}
{{ .Values.secrets.keys.onbodKey | quote }}: {{ .Values.secrets.values.onbodKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.dashdKey }}
{{ .Values.secrets.keys.dashdKey | quote }}: {{ .Values.secrets.values.dashdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.webdKey }}
{{ .Values.secrets.keys.webdKey | quote }}: {{ .Values.secrets.values.webdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.proxydKey }}
{{ .Values.secrets.keys.proxydKey | quote }}: {{ .Values.secrets.values.proxydKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.teledKey }}
{{ .Values.secrets.keys.teledKey | quote }}: {{ .Values.secrets.values.teledKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.slakdKey }}
{{ .Values.secrets.keys.slakdKey | quote }}: {{ .Values.secrets.values.slakdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.discdKey }}
{{ .Values.secrets.keys.discdKey | quote }}: {{ .Values.secrets.values.discdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.mastdKey }}
{{ .Values.secrets.keys.mastdKey | quote }}: {{ .Values.secrets.values.mastdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.bskydKey }}
{{ .Values.secrets.keys.bskydKey | quote }}: {{ .Values.secrets.values.bskydKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.reditdKey }}
{{ .Values.secrets.keys.reditdKey | quote }}: {{ .Values.secrets.values.reditdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.emaidKey }}
{{ .Values.secrets.keys.emaidKey | quote }}: {{ .Values.secrets.values.emaidKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.linkdKey }}
{{ .Values.secrets.keys.linkdKey | quote }}: {{ .Values.secrets.values.linkdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.whapdKey }}
{{ .Values.secrets.keys.whapdKey | quote }}: {{ .Values.secrets.values.whapdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.twitdKey }}
{{ .Values.secrets.keys.twitdKey | quote }}: {{ .Values.secrets.values.twitdKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.anthropicApiKey }}
{{ .Values.secrets.keys.anthropicApiKey | quote }}: {{ .Values.secrets.values.anthropicApiKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.claudeCodeOauthToken }}
{{ .Values.secrets.keys.claudeCodeOauthToken | quote }}:
  {{ .Values.secrets.values.claudeCodeOauthToken | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.openaiApiKey }}
{{ .Values.secrets.keys.openaiApiKey | quote }}: {{ .Values.secrets.values.openaiApiKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.codexApiKey }}
{{ .Values.secrets.keys.codexApiKey | quote }}: {{ .Values.secrets.values.codexApiKey | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.githubClientSecret }}
{{ .Values.secrets.keys.githubClientSecret | quote }}: {{ .Values.secrets.values.githubClientSecret | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.googleClientSecret }}
{{ .Values.secrets.keys.googleClientSecret | quote }}: {{ .Values.secrets.values.googleClientSecret | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.discordClientSecret }}
{{ .Values.secrets.keys.discordClientSecret | quote }}:
  {{ .Values.secrets.values.discordClientSecret | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.surrogateGithubClientSecret }}
{{ .Values.secrets.keys.surrogateGithubClientSecret | quote }}:
  {{ .Values.secrets.values.surrogateGithubClientSecret | b64enc | quote }}
{{- end }}
{{- if .Values.secrets.values.otlpHeaders }}
{{ .Values.secrets.keys.otlpHeaders | quote }}: {{ .Values.secrets.values.otlpHeaders | b64enc | quote }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- if dig "accessToken" "" $account }}
{{ printf "LINKEDIN_ACCESS_TOKEN%s" $suffix | quote }}: {{ dig "accessToken" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
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
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if dig "password" "" $account }}
{{ printf "TWITTER_PASSWORD%s" $suffix | quote }}: {{ dig "password" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- if dig "email" "" $account }}
{{ printf "TWITTER_EMAIL%s" $suffix | quote }}: {{ dig "email" "" $account | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
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
app.kubernetes.io/name: {{ include "arizuko.name" . | quote }}
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
