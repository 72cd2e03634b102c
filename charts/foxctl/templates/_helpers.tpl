{{- /* Produced from generator/charts/foxctl by `npm run gen`; edit that instead. */}}

{{- /* Network policy peers: every address, save those at which clouds hand out the machine's credentials. */}}
{{- define "foxctl.anywhere" -}}
- ipBlock:
    cidr: 0.0.0.0/0
    except: [169.254.0.0/16, 168.63.129.16/32, 100.100.100.200/32]
- ipBlock:
    cidr: ::/0
    except: [fe80::/10, fd00:ec2::/32, fd20:ce::254/128]
{{- end }}

{{- /* The claim of the web pod's cache: the user's, or the chart's own. */}}
{{- define "foxctl.cacheClaim" -}}
{{- if .Values.core.cache.existingClaim }}
{{- .Values.core.cache.existingClaim }}
{{- else }}
{{- printf "%s-cache" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The environment of chat, for its ConfigMap and for the checksum in its pods. */}}
{{- define "foxctl.config.chat" -}}
{{ include "foxctl.environment.storage" . }}
{{ include "foxctl.environment.providers" . }}
{{ include "foxctl.environment.observability" . }}
{{- include "foxctl.environment.chat" . }}
{{- end }}

{{- /* The environment of core, for its ConfigMap and for the checksum in its pods. */}}
{{- define "foxctl.config.core" -}}
{{ include "foxctl.environment.storage" . }}
{{ include "foxctl.environment.providers" . }}
{{ include "foxctl.environment.observability" . }}
{{- if .Values.core.workspacePath }}
FOXCTL_WORKSPACE: {{ .Values.core.workspacePath | quote }}
{{- end }}
{{- if .Values.jido.enabled }}
FOXCTL_V2_ORCHESTRATION_RUNTIME_BACKEND: jido
{{- else }}
FOXCTL_V2_ORCHESTRATION_RUNTIME_BACKEND: goruntime
{{- end }}
{{- if .Values.jido.enabled }}
FOXCTL_JIDO_SOCKET: /run/jido/jido.sock
FOXCTL_JIDO_RPC_PATH: {{ .Values.jido.rpcPath | quote }}
FOXCTL_JIDO_RPC_TIMEOUT_MS: {{ int64 .Values.jido.rpcTimeoutMs | quote }}
{{- end }}
{{- if and .Values.jido.enabled .Values.jido.signalSource }}
FOXCTL_JIDO_SIGNAL_SOURCE: {{ .Values.jido.signalSource | quote }}
{{- end }}
{{- if and .Values.jido.enabled .Values.jido.parentAgentIds }}
FOXCTL_JIDO_ORCHESTRATION_PARENT_AGENT_IDS: {{ join "," .Values.jido.parentAgentIds | quote }}
{{- end }}
{{- if and .Values.jido.enabled .Values.jido.dispatchParentAgentId }}
FOXCTL_JIDO_ORCHESTRATION_DISPATCH_PARENT_AGENT_ID: {{ .Values.jido.dispatchParentAgentId | quote }}
{{- end }}
{{- if and .Values.jido.enabled .Values.jido.successTrackerState }}
FOXCTL_JIDO_ORCHESTRATION_SUCCESS_TRACKER_STATE: {{ .Values.jido.successTrackerState | quote }}
{{- end }}
{{- if .Values.jido.enabled }}
FOXCTL_JIDO_ORCHESTRATION_POLL_INTERVAL_MS: {{ int64 .Values.jido.pollIntervalMs | quote }}
{{- end }}
{{- if and .Values.jido.enabled .Values.jido.retryPolicy }}
FOXCTL_JIDO_RETRY_POLICY: {{ .Values.jido.retryPolicy | quote }}
{{- end }}
{{- if .Values.jido.enabled }}
FOXCTL_V2_ASK_DISPATCHER: {{ .Values.jido.askDispatcher }}
{{- end }}
{{- if and .Values.jido.enabled (eq .Values.jido.contextProvider "jido") }}
FOXCTL_COMPANION_CONTEXT_PROVIDER: jido
{{- end }}
{{- if and
    (ne .Values.chat.adapter "none")
    (not (or .Values.core.autoscaling.enabled (ge (int64 .Values.core.replicas) 2))) }}
{{- include "foxctl.environment.chat" . }}
{{- end }}
{{- end }}

{{- /* The environment of embedding-worker, for its ConfigMap and for the checksum in its pods. */}}
{{- define "foxctl.config.embedding-worker" -}}
{{ include "foxctl.environment.storage" . }}
{{ include "foxctl.environment.providers" . }}
{{ include "foxctl.environment.observability" . }}
{{- end }}

{{- /* The environment of gui-auth-gateway, for its ConfigMap and for the checksum in its pods. */}}
{{- define "foxctl.config.gui-auth-gateway" -}}
PORT: "8080"
BETTER_AUTH_URL: {{ .Values.gateway.baseUrl | quote }}
GUI_AUTH_UPSTREAM_URL: {{ printf "http://%s:8080" (include "foxctl.fullname" .) | quote }}
GUI_AUTH_DIST_DIR: /app/packages/gui-agent/dist
{{- if .Values.gateway.allowedEmails }}
GUI_AUTH_ALLOWED_EMAILS: {{ join "," .Values.gateway.allowedEmails | quote }}
{{- end }}
{{- if .Values.gateway.trustedOrigins }}
GUI_AUTH_TRUSTED_ORIGINS: {{ join "," .Values.gateway.trustedOrigins | quote }}
{{- end }}
GUI_AUTH_LOGIN_PATH: {{ .Values.gateway.loginPath | quote }}
GUI_AUTH_LOGOUT_PATH: {{ .Values.gateway.logoutPath | quote }}
{{- if eq .Values.gateway.database "sqlite" }}
GUI_AUTH_SQLITE_PATH: /tmp/gui-auth-gateway.sqlite
{{- end }}
GUI_AUTH_MAGIC_LINK_LOG_ONLY: {{ .Values.gateway.magicLinksLogOnly | quote }}
{{- if .Values.gateway.smtp.host }}
GUI_AUTH_SMTP_HOST: {{ .Values.gateway.smtp.host | quote }}
GUI_AUTH_SMTP_PORT: {{ int64 .Values.gateway.smtp.port | quote }}
GUI_AUTH_SMTP_SECURE: {{ .Values.gateway.smtp.secure | quote }}
{{- end }}
{{- if .Values.gateway.smtp.from }}
GUI_AUTH_SMTP_FROM: {{ .Values.gateway.smtp.from | quote }}
{{- end }}
{{- if .Values.gateway.smtp.replyTo }}
GUI_AUTH_SMTP_REPLY_TO: {{ .Values.gateway.smtp.replyTo | quote }}
{{- end }}
{{- end }}

{{- /* The environment of maintenance, for its ConfigMap and for the checksum in its pods. */}}
{{- define "foxctl.config.maintenance" -}}
{{ include "foxctl.environment.storage" . }}
{{ include "foxctl.environment.providers" . }}
{{ include "foxctl.environment.observability" . }}
{{- end }}

{{- /* The environment of workspace, for its ConfigMap and for the checksum in its pods. */}}
{{- define "foxctl.config.workspace" -}}
{{ include "foxctl.environment.storage" . }}
{{ include "foxctl.environment.providers" . }}
{{ include "foxctl.environment.observability" . }}
FOXCTL_WORKSPACE: /workspace/current
{{- end }}

{{- /* What stands in every container with a foxctl process: what it is told in secret, and what it knows of its
       own pod. */}}
{{- define "foxctl.containerEnvironment" -}}
{{- if eq .Values.storage.driver "postgres" }}
- name: FOXCTL_POSTGRES_DSN
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.postgres" . | quote }}
      key: {{ .Values.secrets.postgres.keys.dsn | quote }}
{{- end }}
{{- if eq .Values.storage.driver "turso" }}
- name: FOXCTL_TURSO_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.tursoUrl | quote }}
- name: FOXCTL_TURSO_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.tursoToken | quote }}
- name: TURSO_DATABASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.tursoUrl | quote }}
- name: TURSO_AUTH_TOKEN
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.tursoToken | quote }}
{{- end }}
{{- if and (eq .Values.storage.driver "turso") .Values.storage.legacyNames }}
- name: TURSO_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.tursoUrl | quote }}
{{- end }}
{{- if and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.staticKeys }}
- name: AWS_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.aws" . | quote }}
      key: {{ .Values.secrets.aws.keys.accessKeyId | quote }}
- name: AWS_SECRET_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.aws" . | quote }}
      key: {{ .Values.secrets.aws.keys.secretAccessKey | quote }}
{{- end }}
{{- if .Values.embedding.baseUrl }}
- name: FOXCTL_EMBEDDING_BASE_URL
  value: {{ .Values.embedding.baseUrl | quote }}
{{- else if eq .Values.embedding.fromSecret "baseUrlAndApiKey" }}
- name: FOXCTL_EMBEDDING_BASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.embeddingBaseUrl | quote }}
      optional: true
{{- end }}
{{- if ne .Values.embedding.fromSecret "none" }}
- name: FOXCTL_EMBEDDING_API_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.embeddingApiKey | quote }}
      optional: true
{{- end }}
{{- if .Values.rerank.baseUrl }}
- name: FOXCTL_RERANK_BASE_URL
  value: {{ .Values.rerank.baseUrl | quote }}
{{- else if eq .Values.rerank.fromSecret "baseUrlAndApiKey" }}
- name: FOXCTL_RERANK_BASE_URL
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.rerankBaseUrl | quote }}
      optional: true
{{- end }}
{{- if ne .Values.rerank.fromSecret "none" }}
- name: FOXCTL_RERANK_API_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.rerankApiKey | quote }}
      optional: true
{{- end }}
{{- if .Values.llm.apiKeyFromSecret }}
- name: FOXCTL_LLM_API_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.llmApiKey | quote }}
{{- end }}
{{- if .Values.oauth.enabled }}
- name: FOXCTL_OAUTH_ENC_KEY
  valueFrom:
    secretKeyRef:
      name: {{ include "foxctl.secretName.secrets" . | quote }}
      key: {{ .Values.secrets.foxctl.keys.oauthEncKey | quote }}
{{- end }}
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
- name: POD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: POD_IP
  valueFrom:
    fieldRef:
      fieldPath: status.podIP
{{- end }}

{{- /* Annotations that change with what these variables are told in secret, so that pods are replaced then. */}}
{{- define "foxctl.containerEnvironment.checksums" -}}
{{- if eq .Values.storage.driver "postgres" }}
checksum/postgres: {{ include "foxctl.secretData.postgres" . | sha256sum | quote }}
{{- end }}
{{- if or
    (eq .Values.storage.driver "turso")
    (ne .Values.embedding.fromSecret "none")
    (ne .Values.rerank.fromSecret "none")
    .Values.llm.apiKeyFromSecret
    .Values.oauth.enabled }}
checksum/secrets: {{ include "foxctl.secretData.secrets" . | sha256sum | quote }}
{{- end }}
{{- if and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.staticKeys }}
checksum/aws: {{ include "foxctl.secretData.aws" . | sha256sum | quote }}
{{- end }}
{{- end }}

{{- /* What every pod may do, whatever runs in it. */}}
{{- define "foxctl.egress.every" -}}
- ports:
    - protocol: UDP
      port: {{ int64 .Values.networkPolicy.dns.port }}
    - protocol: TCP
      port: {{ int64 .Values.networkPolicy.dns.port }}
  {{- with .Values.networkPolicy.dns.to }}
  to:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- if eq .Values.networkPolicy.cloudIdentity "eks-pod-identity" }}
- to:
    - ipBlock:
        cidr: 169.254.170.23/32
    - ipBlock:
        cidr: fd00:ec2::23/128
  ports:
    - protocol: TCP
      port: 80
{{- end }}
{{- if eq .Values.networkPolicy.cloudIdentity "gke-workload-identity" }}
- to:
    - ipBlock:
        cidr: 169.254.169.252/32
    - ipBlock:
        cidr: 169.254.169.254/32
  ports:
    - protocol: TCP
      port: 80
    - protocol: TCP
      port: 988
    - protocol: TCP
      port: 8080
{{- end }}
{{- end }}

{{- /* Whom every foxctl process may talk to. */}}
{{- define "foxctl.egress.process" -}}
{{- if eq .Values.storage.driver "postgres" }}
- to:
    {{- include "foxctl.peers" (dict
        "root" .
        "peers" .Values.networkPolicy.postgres.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.postgres.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.postgres.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- if eq .Values.storage.driver "turso" }}
- to:
    {{- include "foxctl.peers" (dict "root" . "peers" .Values.networkPolicy.turso.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.turso.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.turso.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- if eq .Values.storage.cas.driver "s3" }}
- to:
    {{- include "foxctl.peers" (dict "root" . "peers" .Values.networkPolicy.s3.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.s3.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.s3.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- if or .Values.embedding.baseUrl (eq .Values.embedding.fromSecret "baseUrlAndApiKey") }}
- to:
    {{- include "foxctl.peers" (dict
        "root" .
        "peers" .Values.networkPolicy.embedding.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.embedding.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.embedding.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- if .Values.rerank.enabled }}
- to:
    {{- include "foxctl.peers" (dict "root" . "peers" .Values.networkPolicy.rerank.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.rerank.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.rerank.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- if ne .Values.llm.provider "none" }}
- to:
    {{- include "foxctl.peers" (dict "root" . "peers" .Values.networkPolicy.llm.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.llm.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.llm.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- if .Values.oauth.enabled }}
- to:
    {{- include "foxctl.peers" (dict "root" . "peers" .Values.networkPolicy.oauth.to) | trimPrefix "\n" | nindent 4 }}
  {{- if .Values.networkPolicy.oauth.ports }}
  ports:
    {{- range $port := .Values.networkPolicy.oauth.ports }}
    - port: {{ int64 $port }}
      protocol: TCP
    {{- end }}
  {{- end }}
{{- end }}
{{- end }}

{{- /* What the chat adapter is told, save what is secret. */}}
{{- define "foxctl.environment.chat" -}}
{{- if and (eq .Values.chat.adapter "discord") .Values.chat.discord.guildId }}
DISCORD_GUILD_ID: {{ .Values.chat.discord.guildId | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "discord") .Values.chat.discord.activityChannel }}
DISCORD_ACTIVITY_CHANNEL: {{ .Values.chat.discord.activityChannel | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "discord") .Values.chat.discord.agentChannel }}
DISCORD_AGENT_CHANNEL: {{ .Values.chat.discord.agentChannel | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "discord") .Values.chat.discord.chatChannels }}
DISCORD_CHAT_CHANNELS: {{ join "," .Values.chat.discord.chatChannels | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "discord") .Values.chat.discord.chatProfile }}
DISCORD_CHAT_PROFILE: {{ .Values.chat.discord.chatProfile | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "discord") .Values.chat.discord.chatSystemPrompt }}
DISCORD_CHAT_SYSTEM_PROMPT: {{ .Values.chat.discord.chatSystemPrompt | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "telegram") .Values.chat.telegram.activityChatId }}
TELEGRAM_ACTIVITY_CHAT_ID: {{ .Values.chat.telegram.activityChatId | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "telegram") .Values.chat.telegram.agentChatId }}
TELEGRAM_AGENT_CHAT_ID: {{ .Values.chat.telegram.agentChatId | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "telegram") .Values.chat.telegram.chatIds }}
TELEGRAM_CHAT_IDS: {{ join "," .Values.chat.telegram.chatIds | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "telegram") .Values.chat.telegram.chatProfile }}
TELEGRAM_CHAT_PROFILE: {{ .Values.chat.telegram.chatProfile | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "telegram") .Values.chat.telegram.chatSystemPrompt }}
TELEGRAM_CHAT_SYSTEM_PROMPT: {{ .Values.chat.telegram.chatSystemPrompt | quote }}
{{- end }}
{{- if eq .Values.chat.adapter "telegram" }}
TELEGRAM_MAX_CONCURRENT_MESSAGES: {{ int64 .Values.chat.telegram.maxConcurrentMessages | quote }}
TELEGRAM_EDIT_INTERVAL_MS: {{ int64 .Values.chat.telegram.editIntervalMs | quote }}
{{- end }}
{{- if eq .Values.chat.adapter "teams" }}
TEAMS_TENANT_ID: {{ .Values.chat.teams.tenantId | quote }}
TEAMS_CLIENT_ID: {{ .Values.chat.teams.clientId | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "teams") .Values.chat.teams.chatConversationIds }}
TEAMS_CHAT_CONVERSATION_IDS: {{ join "," .Values.chat.teams.chatConversationIds | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "teams") .Values.chat.teams.agentConversationId }}
TEAMS_AGENT_CONVERSATION_ID: {{ .Values.chat.teams.agentConversationId | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "teams") .Values.chat.teams.activityFeedConversationId }}
TEAMS_ACTIVITY_FEED_CONVERSATION_ID: {{ .Values.chat.teams.activityFeedConversationId | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "teams") .Values.chat.teams.chatProfile }}
TEAMS_CHAT_PROFILE: {{ .Values.chat.teams.chatProfile | quote }}
{{- end }}
{{- if and (eq .Values.chat.adapter "teams") .Values.chat.teams.chatSystemPrompt }}
TEAMS_CHAT_SYSTEM_PROMPT: {{ .Values.chat.teams.chatSystemPrompt | quote }}
{{- end }}
{{- if eq .Values.chat.adapter "teams" }}
TEAMS_MAX_CONCURRENT_MESSAGES: {{ int64 .Values.chat.teams.maxConcurrentMessages | quote }}
TEAMS_EDIT_INTERVAL_MS: {{ int64 .Values.chat.teams.editIntervalMs | quote }}
{{- end }}
{{- end }}

{{- /* What a foxctl process tells of itself. */}}
{{- define "foxctl.environment.observability" -}}
FOXCTL_LOGGING_LEVEL: {{ .Values.logging.level }}
FOXCTL_LOGGING_FORMAT: {{ .Values.logging.format }}
FOXCTL_LOGGING_OUTPUT: {{ .Values.logging.output }}
FOXCTL_OBS_DIR: {{ .Values.observability.directory | quote }}
FOXCTL_OBS_SAMPLE_RATE: {{ .Values.observability.sampleRate | quote }}
FOXCTL_OBS_SLOW_THRESHOLD_MS: {{ int64 .Values.observability.slowThresholdMs | quote }}
FOXCTL_OBS_SAMPLE_ERRORS: {{ .Values.observability.sampleErrors | quote }}
{{- if .Values.observability.alwaysSampleSessions }}
FOXCTL_OBS_ALWAYS_SAMPLE_SESSIONS: {{ join "," .Values.observability.alwaysSampleSessions | quote }}
{{- end }}
{{- if .Values.observability.alwaysSampleWorkspaces }}
FOXCTL_OBS_ALWAYS_SAMPLE_WORKSPACES: {{ join "," .Values.observability.alwaysSampleWorkspaces | quote }}
{{- end }}
{{- end }}

{{- /* Whom a foxctl process asks for vectors and text. */}}
{{- define "foxctl.environment.providers" -}}
FOXCTL_EMBEDDING_PROVIDER: {{ .Values.embedding.provider }}
FOXCTL_EMBEDDING_MODEL: {{ .Values.embedding.model | quote }}
FOXCTL_EMBEDDING_DIMENSIONS: {{ int64 .Values.embedding.dimensions | quote }}
FOXCTL_RERANK_ENABLED: {{ .Values.rerank.enabled | quote }}
FOXCTL_RERANK_PROVIDER: {{ .Values.rerank.provider }}
FOXCTL_RERANK_MODEL: {{ .Values.rerank.model | quote }}
FOXCTL_RERANK_TOP_K: {{ int64 .Values.rerank.topK | quote }}
FOXCTL_RERANK_FINAL_K: {{ int64 .Values.rerank.finalK | quote }}
FOXCTL_RERANK_SCORE_BLEND: {{ .Values.rerank.scoreBlend | quote }}
FOXCTL_RERANK_TIMEOUT: {{ .Values.rerank.timeout | quote }}
{{- if ne .Values.llm.provider "none" }}
FOXCTL_LLM_PROVIDER: {{ .Values.llm.provider }}
{{- end }}
{{- if .Values.llm.model }}
FOXCTL_LLM_MODEL: {{ .Values.llm.model | quote }}
{{- end }}
{{- if .Values.llm.baseUrl }}
FOXCTL_LLM_BASE_URL: {{ .Values.llm.baseUrl | quote }}
{{- end }}
FOXCTL_LLM_AUTH_MODE: {{ .Values.llm.authMode }}
{{- if .Values.llm.authHeader }}
FOXCTL_LLM_AUTH_HEADER: {{ .Values.llm.authHeader | quote }}
{{- end }}
{{- if .Values.llm.authPrefix }}
FOXCTL_LLM_AUTH_PREFIX: {{ .Values.llm.authPrefix | quote }}
{{- end }}
{{- if .Values.oauth.callbackUrl }}
FOXCTL_OAUTH_CALLBACK_URL: {{ .Values.oauth.callbackUrl | quote }}
{{- end }}
{{- end }}

{{- /* Where a foxctl process keeps its state. */}}
{{- define "foxctl.environment.storage" -}}
HOME: /var/cache/foxctl
FOXCTL_HOME: /var/cache/foxctl
FOXCTL_STORAGE_ROOT: {{ .Values.storage.root | quote }}
FOXCTL_DB_DRIVER: {{ .Values.storage.driver }}
{{- if eq .Values.storage.driver "postgres" }}
FOXCTL_POSTGRES_MAX_CONNS: {{ int64 .Values.storage.postgres.maxConnections | quote }}
FOXCTL_POSTGRES_MAX_IDLE_CONNS: {{ int64 .Values.storage.postgres.maxIdleConnections | quote }}
FOXCTL_POSTGRES_REQUIRE_VECTOR: {{ .Values.storage.postgres.requireVector | quote }}
{{- end }}
FOXCTL_CAS_DRIVER: {{ .Values.storage.cas.driver }}
{{- if eq .Values.storage.cas.driver "file" }}
FOXCTL_CAS_PATH: /var/cache/foxctl/cas
{{- end }}
{{- if eq .Values.storage.cas.driver "s3" }}
FOXCTL_CAS_S3_BUCKET: {{ .Values.storage.cas.s3.bucket | quote }}
FOXCTL_CAS_S3_REGION: {{ .Values.storage.cas.s3.region | quote }}
AWS_REGION: {{ .Values.storage.cas.s3.region | quote }}
{{- end }}
{{- if and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.endpoint }}
FOXCTL_CAS_S3_ENDPOINT: {{ .Values.storage.cas.s3.endpoint | quote }}
{{- end }}
{{- if eq .Values.storage.cas.driver "s3" }}
FOXCTL_CAS_S3_PREFIX: {{ .Values.storage.cas.s3.prefix | quote }}
FOXCTL_CAS_S3_FORCE_PATH_STYLE: {{ .Values.storage.cas.s3.forcePathStyle | quote }}
FOXCTL_CAS_S3_DISABLE_SSL: {{ .Values.storage.cas.s3.disableSsl | quote }}
{{- end }}
{{- if .Values.storage.legacyNames }}
FOXCTL_CAS_BACKEND: {{ .Values.storage.cas.driver }}
{{- end }}
{{- if and .Values.storage.legacyNames (eq .Values.storage.cas.driver "s3") }}
FOXCTL_CAS_BUCKET: {{ .Values.storage.cas.s3.bucket | quote }}
{{- end }}
{{- end }}

{{- /* What the names of all objects begin with. Longer than 36 characters it is cut and told apart by a digest,
       so that every suffix is kept within Kubernetes' 63. */}}
{{- define "foxctl.fullname" -}}
{{- $name := include "foxctl.releaseName" . | replace "." "-" }}
{{- if gt (len $name) 36 }}
{{- printf "%s-%s" ($name | trunc 27 | trimSuffix "-") ($name | sha256sum | trunc 8) }}
{{- else }}
{{- $name }}
{{- end }}
{{- end }}

{{- /* An image as a container names it, in the registry that global.imageRegistry or its own values say. */}}
{{- define "foxctl.image" -}}
{{- $registry := default .image.registry .root.Values.global.imageRegistry }}
{{- $name := printf "%s/%s" $registry .image.repository | trimPrefix "/" }}
{{- if .image.digest }}
{{- printf "%s@%s" $name .image.digest }}
{{- else }}
{{- printf "%s:%s" $name (default .root.Chart.AppVersion .image.tag) }}
{{- end }}
{{- end }}

{{- /* What ingress-nginx is told: one pod for each browser, and patience with WebSockets and event streams. */}}
{{- define "foxctl.ingressAnnotations" -}}
{{- if and .Values.ingress.nginx.enabled .Values.ingress.nginx.affinity }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/session-cookie-name: foxctl-affinity
nginx.ingress.kubernetes.io/session-cookie-hash: sha1
nginx.ingress.kubernetes.io/session-cookie-max-age: {{ int64 .Values.ingress.nginx.cookieMaxAgeSeconds | quote }}
{{- end }}
{{- if .Values.ingress.nginx.enabled }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ int64 .Values.ingress.nginx.readTimeoutSeconds | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ int64 .Values.ingress.nginx.readTimeoutSeconds | quote }}
nginx.ingress.kubernetes.io/proxy-connect-timeout: {{ int64 .Values.ingress.nginx.connectTimeoutSeconds | quote }}
{{- end }}
{{- with .Values.ingress.annotations }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{- /* Where the Ingress sends requests: the webhook of Microsoft Teams, and what people may reach. */}}
{{- define "foxctl.ingressPaths" -}}
{{- if and
    (eq .Values.chat.adapter "teams")
    (or .Values.core.autoscaling.enabled (ge (int64 .Values.core.replicas) 2)) }}
- path: /api/teams/messages
  pathType: Exact
  backend:
    service:
      name: {{ include "foxctl.fullname" . }}-chat
      port:
        number: 8080
{{- end }}
{{- if and
    (eq .Values.chat.adapter "teams")
    (not (or .Values.core.autoscaling.enabled (ge (int64 .Values.core.replicas) 2))) }}
- path: /api/teams/messages
  pathType: Exact
  backend:
    service:
      name: {{ include "foxctl.fullname" . | quote }}
      port:
        number: 8080
{{- end }}
{{- if .Values.gateway.enabled }}
- path: /
  pathType: Prefix
  backend:
    service:
      name: {{ include "foxctl.fullname" . }}-gui-auth-gateway
      port:
        number: 8080
{{- end }}
{{- if and .Values.acceptUnauthenticated (not .Values.gateway.enabled) }}
- path: /
  pathType: Prefix
  backend:
    service:
      name: {{ include "foxctl.fullname" . | quote }}
      port:
        number: 8080
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the access key of the S3 bucket. */}}
{{- define "foxctl.keysLeft.aws" -}}
{{- if or
    .Values.secrets.aws.existingSecret
    (not (and .Values.externalSecrets.enabled .Values.secrets.aws.remoteKey)) }}
{{- range $id, $needed := dict
    "accessKeyId" (and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.staticKeys)
    "secretAccessKey" (and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.staticKeys) }}
{{- $key := get $.Values.secrets.aws.keys $id }}
{{- if and $needed (not (get $.Values.secrets.aws.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the chat adapter's credentials. */}}
{{- define "foxctl.keysLeft.chat" -}}
{{- if or
    .Values.secrets.chat.existingSecret
    (not (and .Values.externalSecrets.enabled .Values.secrets.chat.remoteKey)) }}
{{- range $id, $needed := dict
    "discordBotToken" (eq .Values.chat.adapter "discord")
    "telegramBotToken" (eq .Values.chat.adapter "telegram")
    "teamsClientSecret" (eq .Values.chat.adapter "teams") }}
{{- $key := get $.Values.secrets.chat.keys $id }}
{{- if and $needed (not (get $.Values.secrets.chat.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the credentials of the workspace's repository. */}}
{{- define "foxctl.keysLeft.git-creds" -}}
{{- if or
    .Values.secrets.git.existingSecret
    (not (and .Values.externalSecrets.enabled .Values.secrets.git.remoteKey)) }}
{{- range $id, $needed := dict
    "username" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "https"))
    "token" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "https"))
    "sshKey" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "ssh"))
    "knownHosts" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "ssh")) }}
{{- $key := get $.Values.secrets.git.keys $id }}
{{- if and $needed (not (get $.Values.secrets.git.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the gateway's keys. */}}
{{- define "foxctl.keysLeft.gui-auth-gateway" -}}
{{- $name := include "foxctl.secretName.gui-auth-gateway" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- if and
    .Values.gateway.enabled
    (or
      .Values.secrets.gateway.existingSecret
      (not
        (or
          (and .Values.externalSecrets.enabled .Values.secrets.gateway.remoteKey)
          (and .Values.secrets.generate (or $kept (lookup "v1" "Secret" .Release.Namespace "")))))) }}
{{- if not .Values.secrets.gateway.values.betterAuthSecret }}
    --from-literal={{ .Values.secrets.gateway.keys.betterAuthSecret }}=VALUE \
{{- end }}
{{- end }}
{{- if or
    .Values.secrets.gateway.existingSecret
    (not (and .Values.externalSecrets.enabled .Values.secrets.gateway.remoteKey)) }}
{{- range $id, $needed := dict
    "smtpUser"
      (and .Values.gateway.enabled (not .Values.gateway.magicLinksLogOnly) .Values.gateway.smtp.authenticated)
    "smtpPass"
      (and .Values.gateway.enabled (not .Values.gateway.magicLinksLogOnly) .Values.gateway.smtp.authenticated)
    "databaseUrl" (and .Values.gateway.enabled (eq .Values.gateway.database "own")) }}
{{- $key := get $.Values.secrets.gateway.keys $id }}
{{- if and $needed (not (get $.Values.secrets.gateway.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with the PostgreSQL connection. */}}
{{- define "foxctl.keysLeft.postgres" -}}
{{- if or
    .Values.secrets.postgres.existingSecret
    (not (and .Values.externalSecrets.enabled .Values.secrets.postgres.remoteKey)) }}
{{- if and
    (or (eq .Values.storage.driver "postgres") (and .Values.gateway.enabled (eq .Values.gateway.database "shared")))
    (not .Values.secrets.postgres.values.dsn) }}
    --from-literal={{ .Values.secrets.postgres.keys.dsn }}=VALUE \
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys that somebody has to put into the Secret with foxctl's own keys. */}}
{{- define "foxctl.keysLeft.secrets" -}}
{{- $name := include "foxctl.secretName.secrets" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- if and
    .Values.oauth.enabled
    (or
      .Values.secrets.foxctl.existingSecret
      (not
        (or
          (and .Values.externalSecrets.enabled .Values.secrets.foxctl.remoteKey)
          (and .Values.secrets.generate (or $kept (lookup "v1" "Secret" .Release.Namespace "")))))) }}
{{- if not .Values.secrets.foxctl.values.oauthEncKey }}
    --from-literal={{ .Values.secrets.foxctl.keys.oauthEncKey }}=VALUE \
{{- end }}
{{- end }}
{{- if or
    .Values.secrets.foxctl.existingSecret
    (not (and .Values.externalSecrets.enabled .Values.secrets.foxctl.remoteKey)) }}
{{- range $id, $needed := dict
    "tursoUrl" (eq .Values.storage.driver "turso")
    "tursoToken" (eq .Values.storage.driver "turso")
    "llmApiKey" .Values.llm.apiKeyFromSecret }}
{{- $key := get $.Values.secrets.foxctl.keys $id }}
{{- if and $needed (not (get $.Values.secrets.foxctl.values $id)) }}
    --from-literal={{ $key }}=VALUE \
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The labels of every object. */}}
{{- define "foxctl.labels" -}}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" | quote }}
{{ include "foxctl.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service | quote }}
app.kubernetes.io/part-of: {{ .Chart.Name | quote }}
{{- with .Values.commonLabels }}
{{- toYaml . | nindent 0 }}
{{- end }}
{{- end }}

{{- /* Network policy peers: those that the user names, or every address. */}}
{{- define "foxctl.peers" -}}
{{- if .peers }}
{{ toYaml .peers }}
{{- else }}
{{ include "foxctl.anywhere" .root }}
{{- end }}
{{- end }}

{{- /* Security settings of pods; on OpenShift without the ids that the platform chooses. */}}
{{- define "foxctl.podSecurityContext" -}}
{{- if .root.Values.openshift }}
{{ toYaml (omit .context "runAsUser" "runAsGroup" "fsGroup") }}
{{- else }}
{{ toYaml .context }}
{{- end }}
{{- end }}

{{- /* What pods have from their settings alone, whatever runs in them. */}}
{{- define "foxctl.podSettings" -}}
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
{{- with include "foxctl.podSecurityContext" (dict "root" .root "context" .pod.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
{{- end }}

{{- /* How a component's pods keep apart: the user's affinity, or keeping off nodes that run one already, and
       how evenly they are spread by node label. */}}
{{- define "foxctl.podSpread" -}}
{{- if .pod.affinity }}
affinity:
  {{- toYaml .pod.affinity | nindent 2 }}
{{- else if eq .pod.hostSpread "preferred" }}
affinity:
  podAntiAffinity:
    preferredDuringSchedulingIgnoredDuringExecution:
      - weight: 100
        podAffinityTerm:
          topologyKey: kubernetes.io/hostname
          labelSelector:
            matchLabels:
              {{- include "foxctl.selectorLabels" .root | nindent 14 }}
              app.kubernetes.io/component: {{ .component | quote }}
{{- else if eq .pod.hostSpread "required" }}
affinity:
  podAntiAffinity:
    requiredDuringSchedulingIgnoredDuringExecution:
      - topologyKey: kubernetes.io/hostname
        labelSelector:
          matchLabels:
            {{- include "foxctl.selectorLabels" .root | nindent 12 }}
            app.kubernetes.io/component: {{ .component | quote }}
{{- end }}
{{- with include "foxctl.topologySpread" (dict
    "root" .root
    "component" .component
    "topologySpread" .pod.topologySpread) }}
topologySpreadConstraints:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
{{- end }}

{{- /* Release and chart in one name, which is the release's alone where it names the chart already. */}}
{{- define "foxctl.releaseName" -}}
{{- $chart := default .Chart.Name .Values.nameOverride }}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride }}
{{- else if contains $chart .Release.Name }}
{{- .Release.Name }}
{{- else }}
{{- printf "%s-%s" .Release.Name $chart }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the access key of the S3 bucket that this release needs, and where they are
       kept. */}}
{{- define "foxctl.remoteKeys.aws" -}}
{{- range $id, $needed := dict
    "accessKeyId" (and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.staticKeys)
    "secretAccessKey" (and (eq .Values.storage.cas.driver "s3") .Values.storage.cas.s3.staticKeys) }}
{{- $key := get $.Values.secrets.aws.keys $id }}
{{- if $needed }}
- secretKey: {{ $key | quote }}
  remoteRef:
    key: {{ $.Values.secrets.aws.remoteKey | quote }}
    property: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the chat adapter's credentials that this release needs, and where they are
       kept. */}}
{{- define "foxctl.remoteKeys.chat" -}}
{{- range $id, $needed := dict
    "discordBotToken" (eq .Values.chat.adapter "discord")
    "telegramBotToken" (eq .Values.chat.adapter "telegram")
    "teamsClientSecret" (eq .Values.chat.adapter "teams") }}
{{- $key := get $.Values.secrets.chat.keys $id }}
{{- if $needed }}
- secretKey: {{ $key | quote }}
  remoteRef:
    key: {{ $.Values.secrets.chat.remoteKey | quote }}
    property: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the credentials of the workspace's repository that this release needs, and
       where they are kept. */}}
{{- define "foxctl.remoteKeys.git-creds" -}}
{{- range $id, $needed := dict
    "username" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "https"))
    "token" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "https"))
    "sshKey" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "ssh"))
    "knownHosts" (and .Values.workspace.enabled (eq .Values.workspace.gitSync.credentials "ssh")) }}
{{- $key := get $.Values.secrets.git.keys $id }}
{{- if $needed }}
- secretKey: {{ $key | quote }}
  remoteRef:
    key: {{ $.Values.secrets.git.remoteKey | quote }}
    property: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the gateway's keys that this release needs, and where they are kept. */}}
{{- define "foxctl.remoteKeys.gui-auth-gateway" -}}
{{- range $id, $needed := dict
    "betterAuthSecret" .Values.gateway.enabled
    "smtpUser"
      (and .Values.gateway.enabled (not .Values.gateway.magicLinksLogOnly) .Values.gateway.smtp.authenticated)
    "smtpPass"
      (and .Values.gateway.enabled (not .Values.gateway.magicLinksLogOnly) .Values.gateway.smtp.authenticated)
    "databaseUrl" (and .Values.gateway.enabled (eq .Values.gateway.database "own")) }}
{{- $key := get $.Values.secrets.gateway.keys $id }}
{{- if $needed }}
- secretKey: {{ $key | quote }}
  remoteRef:
    key: {{ $.Values.secrets.gateway.remoteKey | quote }}
    property: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with the PostgreSQL connection that this release needs, and where they are kept. */}}
{{- define "foxctl.remoteKeys.postgres" -}}
{{- if or (eq .Values.storage.driver "postgres") (and .Values.gateway.enabled (eq .Values.gateway.database "shared")) }}
- secretKey: {{ .Values.secrets.postgres.keys.dsn | quote }}
  remoteRef:
    key: {{ .Values.secrets.postgres.remoteKey | quote }}
    property: {{ .Values.secrets.postgres.keys.dsn | quote }}
{{- end }}
{{- end }}

{{- /* The keys of the Secret with foxctl's own keys that this release needs, and where they are kept. */}}
{{- define "foxctl.remoteKeys.secrets" -}}
{{- range $id, $needed := dict
    "tursoUrl" (eq .Values.storage.driver "turso")
    "tursoToken" (eq .Values.storage.driver "turso")
    "embeddingBaseUrl" (eq .Values.embedding.fromSecret "baseUrlAndApiKey")
    "embeddingApiKey" (ne .Values.embedding.fromSecret "none")
    "rerankBaseUrl" (eq .Values.rerank.fromSecret "baseUrlAndApiKey")
    "rerankApiKey" (ne .Values.rerank.fromSecret "none")
    "oauthEncKey" .Values.oauth.enabled
    "llmApiKey" .Values.llm.apiKeyFromSecret }}
{{- $key := get $.Values.secrets.foxctl.keys $id }}
{{- if $needed }}
- secretKey: {{ $key | quote }}
  remoteRef:
    key: {{ $.Values.secrets.foxctl.remoteKey | quote }}
    property: {{ $key | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Requests and limits of a container. An empty CPU limit is left out. */}}
{{- define "foxctl.resources" -}}
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
{{- define "foxctl.routeParents" -}}
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

{{- /* Where the HTTPRoute sends requests: the webhook of Microsoft Teams, and what people may reach. */}}
{{- define "foxctl.routeRules" -}}
{{- if and
    (eq .Values.chat.adapter "teams")
    (or .Values.core.autoscaling.enabled (ge (int64 .Values.core.replicas) 2)) }}
- matches:
    - path:
        type: Exact
        value: /api/teams/messages
  backendRefs:
    - name: {{ include "foxctl.fullname" . }}-chat
      port: 8080
  timeouts:
    request: {{ .Values.httpRoute.requestTimeout | quote }}
{{- end }}
{{- if and
    (eq .Values.chat.adapter "teams")
    (not (or .Values.core.autoscaling.enabled (ge (int64 .Values.core.replicas) 2))) }}
- matches:
    - path:
        type: Exact
        value: /api/teams/messages
  backendRefs:
    - name: {{ include "foxctl.fullname" . | quote }}
      port: 8080
  timeouts:
    request: {{ .Values.httpRoute.requestTimeout | quote }}
{{- end }}
{{- if .Values.gateway.enabled }}
- matches:
    - path:
        type: PathPrefix
        value: /
  backendRefs:
    - name: {{ include "foxctl.fullname" . }}-gui-auth-gateway
      port: 8080
  timeouts:
    request: {{ .Values.httpRoute.requestTimeout | quote }}
{{- end }}
{{- if and .Values.acceptUnauthenticated (not .Values.gateway.enabled) }}
- matches:
    - path:
        type: PathPrefix
        value: /
  backendRefs:
    - name: {{ include "foxctl.fullname" . | quote }}
      port: 8080
  timeouts:
    request: {{ .Values.httpRoute.requestTimeout | quote }}
{{- end }}
{{- end }}

{{- /* What the Secret with the gateway's keys holds: what values provide, and what is made up once and kept. */}}
{{- define "foxctl.secretContent.gui-auth-gateway" -}}
{{- $name := include "foxctl.secretName.gui-auth-gateway" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- $generate := and
    .Values.secrets.generate
    .Values.gateway.enabled
    (or $kept (lookup "v1" "Secret" .Release.Namespace "")) }}
{{- include "foxctl.secretData.gui-auth-gateway" . }}
{{- if not .Values.secrets.gateway.values.betterAuthSecret }}
{{- if hasKey $kept .Values.secrets.gateway.keys.betterAuthSecret }}
{{ .Values.secrets.gateway.keys.betterAuthSecret | quote }}:
  {{ index $kept .Values.secrets.gateway.keys.betterAuthSecret | quote }}
{{- else if $generate }}
{{ .Values.secrets.gateway.keys.betterAuthSecret | quote }}: {{ randAlphaNum 48 | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the Secret with foxctl's own keys holds: what values provide, and what is made up once and kept. */}}
{{- define "foxctl.secretContent.secrets" -}}
{{- $name := include "foxctl.secretName.secrets" . }}
{{- $kept := dig "data" dict (lookup "v1" "Secret" .Release.Namespace $name) }}
{{- $generate := and
    .Values.secrets.generate
    .Values.oauth.enabled
    (or $kept (lookup "v1" "Secret" .Release.Namespace "")) }}
{{- include "foxctl.secretData.secrets" . }}
{{- if not .Values.secrets.foxctl.values.oauthEncKey }}
{{- if hasKey $kept .Values.secrets.foxctl.keys.oauthEncKey }}
{{ .Values.secrets.foxctl.keys.oauthEncKey | quote }}: {{ index $kept .Values.secrets.foxctl.keys.oauthEncKey | quote }}
{{- else if $generate }}
{{ .Values.secrets.foxctl.keys.oauthEncKey | quote }}: {{ randBytes 32 | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with the access key of the S3 bucket. */}}
{{- define "foxctl.secretData.aws" -}}
{{- range $id, $key := .Values.secrets.aws.keys }}
{{- if get $.Values.secrets.aws.values $id }}
{{ $key | quote }}: {{ get $.Values.secrets.aws.values $id | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with the chat adapter's credentials. */}}
{{- define "foxctl.secretData.chat" -}}
{{- range $id, $key := .Values.secrets.chat.keys }}
{{- if get $.Values.secrets.chat.values $id }}
{{ $key | quote }}: {{ get $.Values.secrets.chat.values $id | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with the credentials of the workspace's repository. */}}
{{- define "foxctl.secretData.git-creds" -}}
{{- range $id, $key := .Values.secrets.git.keys }}
{{- if get $.Values.secrets.git.values $id }}
{{ $key | quote }}: {{ get $.Values.secrets.git.values $id | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with the gateway's keys. */}}
{{- define "foxctl.secretData.gui-auth-gateway" -}}
{{- range $id, $key := .Values.secrets.gateway.keys }}
{{- if get $.Values.secrets.gateway.values $id }}
{{ $key | quote }}: {{ get $.Values.secrets.gateway.values $id | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with the PostgreSQL connection. */}}
{{- define "foxctl.secretData.postgres" -}}
{{- if .Values.secrets.postgres.values.dsn }}
{{ .Values.secrets.postgres.keys.dsn | quote }}: {{ .Values.secrets.postgres.values.dsn | b64enc | quote }}
{{- end }}
{{- end }}

{{- /* What the user provides for the Secret with foxctl's own keys. */}}
{{- define "foxctl.secretData.secrets" -}}
{{- range $id, $key := .Values.secrets.foxctl.keys }}
{{- if get $.Values.secrets.foxctl.values $id }}
{{ $key | quote }}: {{ get $.Values.secrets.foxctl.values $id | b64enc | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with the access key of the S3 bucket. */}}
{{- define "foxctl.secretName.aws" -}}
{{- if .Values.secrets.aws.existingSecret }}
{{- .Values.secrets.aws.existingSecret }}
{{- else }}
{{- printf "%s-aws" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with the chat adapter's credentials. */}}
{{- define "foxctl.secretName.chat" -}}
{{- if .Values.secrets.chat.existingSecret }}
{{- .Values.secrets.chat.existingSecret }}
{{- else }}
{{- printf "%s-chat" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with the credentials of the workspace's repository. */}}
{{- define "foxctl.secretName.git-creds" -}}
{{- if .Values.secrets.git.existingSecret }}
{{- .Values.secrets.git.existingSecret }}
{{- else }}
{{- printf "%s-git-creds" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with the gateway's keys. */}}
{{- define "foxctl.secretName.gui-auth-gateway" -}}
{{- if .Values.secrets.gateway.existingSecret }}
{{- .Values.secrets.gateway.existingSecret }}
{{- else }}
{{- printf "%s-gui-auth-gateway" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with the PostgreSQL connection. */}}
{{- define "foxctl.secretName.postgres" -}}
{{- if .Values.secrets.postgres.existingSecret }}
{{- .Values.secrets.postgres.existingSecret }}
{{- else }}
{{- printf "%s-postgres" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The name of the Secret with foxctl's own keys. */}}
{{- define "foxctl.secretName.secrets" -}}
{{- if .Values.secrets.foxctl.existingSecret }}
{{- .Values.secrets.foxctl.existingSecret }}
{{- else }}
{{- printf "%s-secrets" (include "foxctl.fullname" .) }}
{{- end }}
{{- end }}

{{- /* The commands that create the Secrets which are left to the user. */}}
{{- define "foxctl.secretsLeft" -}}
{{- $secrets := include "foxctl.keysLeft.secrets" . }}
{{- $postgres := include "foxctl.keysLeft.postgres" . }}
{{- $aws := include "foxctl.keysLeft.aws" . }}
{{- $gitCreds := include "foxctl.keysLeft.git-creds" . }}
{{- $chat := include "foxctl.keysLeft.chat" . }}
{{- $guiAuthGateway := include "foxctl.keysLeft.gui-auth-gateway" . }}
{{- if $secrets }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "foxctl.secretName.secrets" . }} \
{{ $secrets | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- if $postgres }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "foxctl.secretName.postgres" . }} \
{{ $postgres | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- if $aws }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "foxctl.secretName.aws" . }} \
{{ $aws | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- if $gitCreds }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "foxctl.secretName.git-creds" . }} \
{{ $gitCreds | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- if $chat }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "foxctl.secretName.chat" . }} \
{{ $chat | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- if $guiAuthGateway }}
  kubectl -n {{ .Release.Namespace }} create secret generic --type=Opaque \
    {{ include "foxctl.secretName.gui-auth-gateway" . }} \
{{ $guiAuthGateway | trimPrefix "\n" }}
    --save-config
{{- end }}
{{- end }}

{{- /* Security settings of containers; on OpenShift without the ids that the platform chooses. */}}
{{- define "foxctl.securityContext" -}}
{{- if .root.Values.openshift }}
{{ toYaml (omit .context "runAsUser" "runAsGroup") }}
{{- else }}
{{ toYaml .context }}
{{- end }}
{{- end }}

{{- /* The labels by which objects find the pods of this release. Kubernetes lets nobody change them in a
       Deployment, so nothing may ever be added here. */}}
{{- define "foxctl.selectorLabels" -}}
app.kubernetes.io/name: {{ default .Chart.Name .Values.nameOverride | quote }}
app.kubernetes.io/instance: {{ .Release.Name | quote }}
{{- end }}

{{- /* The account that foxctl's pods run as. */}}
{{- define "foxctl.serviceAccountName" -}}
{{- if .Values.serviceAccount.name }}
{{- .Values.serviceAccount.name }}
{{- else if .Values.serviceAccount.create }}
{{- include "foxctl.fullname" . }}
{{- else }}
{{- "default" }}
{{- end }}
{{- end }}

{{- /* How evenly a component's pods are spread, by node label. */}}
{{- define "foxctl.topologySpread" -}}
{{- range $constraintName, $constraint := .topologySpread }}
{{- if dig "enabled" true $constraint }}
- topologyKey: {{ $constraintName | quote }}
  maxSkew: {{ int64 (dig "maxSkew" 1 $constraint) }}
  whenUnsatisfiable: {{ dig "whenUnsatisfiable" "ScheduleAnyway" $constraint }}
  labelSelector:
    matchLabels:
      {{- include "foxctl.selectorLabels" $.root | nindent 6 }}
      app.kubernetes.io/component: {{ $.component | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- /* How Kubernetes learns of the health of a process that serves the web API. */}}
{{- define "foxctl.webProbes" -}}
{{- if eq .Values.core.probes.mode "http" }}
startupProbe:
  httpGet:
    path: /healthz
    port: http
  initialDelaySeconds: {{ int64 .Values.core.probes.startup.initialDelaySeconds }}
  periodSeconds: {{ int64 .Values.core.probes.startup.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.core.probes.startup.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.core.probes.startup.failureThreshold }}
{{- else if eq .Values.core.probes.mode "exec" }}
startupProbe:
  exec:
    command:
      {{- toYaml .Values.core.probes.liveness.command | nindent 6 }}
  initialDelaySeconds: {{ int64 .Values.core.probes.startup.initialDelaySeconds }}
  periodSeconds: {{ int64 .Values.core.probes.startup.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.core.probes.startup.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.core.probes.startup.failureThreshold }}
{{- end }}
{{- if eq .Values.core.probes.mode "http" }}
livenessProbe:
  httpGet:
    path: /healthz
    port: http
  initialDelaySeconds: {{ int64 .Values.core.probes.liveness.initialDelaySeconds }}
  periodSeconds: {{ int64 .Values.core.probes.liveness.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.core.probes.liveness.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.core.probes.liveness.failureThreshold }}
{{- else if eq .Values.core.probes.mode "exec" }}
livenessProbe:
  exec:
    command:
      {{- toYaml .Values.core.probes.liveness.command | nindent 6 }}
  initialDelaySeconds: {{ int64 .Values.core.probes.liveness.initialDelaySeconds }}
  periodSeconds: {{ int64 .Values.core.probes.liveness.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.core.probes.liveness.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.core.probes.liveness.failureThreshold }}
{{- end }}
{{- if eq .Values.core.probes.mode "http" }}
readinessProbe:
  httpGet:
    path: /readyz
    port: http
  initialDelaySeconds: {{ int64 .Values.core.probes.readiness.initialDelaySeconds }}
  periodSeconds: {{ int64 .Values.core.probes.readiness.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.core.probes.readiness.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.core.probes.readiness.failureThreshold }}
{{- else if eq .Values.core.probes.mode "exec" }}
readinessProbe:
  exec:
    command:
      {{- toYaml .Values.core.probes.readiness.command | nindent 6 }}
  initialDelaySeconds: {{ int64 .Values.core.probes.readiness.initialDelaySeconds }}
  periodSeconds: {{ int64 .Values.core.probes.readiness.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.core.probes.readiness.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.core.probes.readiness.failureThreshold }}
{{- end }}
{{- end }}
