{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of proxyd. The only way in from outside: asks for a login, and hands on. */}}
{{- define "arizuko.container.proxyd" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.image) | quote }}
imagePullPolicy: {{ .Values.image.pullPolicy }}
{{- include "arizuko.probes" (dict "root" . "url" "http://127.0.0.1:8087/health") }}
command: [/usr/local/bin/proxyd]
{{- if .Values.probes.readiness.enabled }}
readinessProbe:
  httpGet:
    path: /health
    port: proxyd
  periodSeconds: {{ int64 .Values.probes.readiness.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.probes.readiness.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.probes.readiness.failureThreshold }}
{{- end }}
ports:
  - name: proxyd
    containerPort: 8087
    protocol: TCP
env:
  {{- include "arizuko.containerEnvironment" . | trimPrefix "\n" | nindent 2 }}
  - name: AUTHD_SERVICE_KEY
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.proxydKey | quote }}
  - name: AUTH_SECRET
    valueFrom:
      secretKeyRef:
        name: {{ include "arizuko.secretName.secrets" . | quote }}
        key: {{ .Values.secrets.keys.authSecret | quote }}
  - name: WEB_HOST
    valueFrom:
      configMapKeyRef:
        name: {{ include "arizuko.fullname" . }}-config
        key: WEB_HOST
  - name: DATA_DIR
    value: {{ include "arizuko.dataDirectory" . | quote }}
  - name: PROXYD_LISTEN
    value: "8087"
  - name: AUTHD_URL
    value: http://127.0.0.1:8081
  {{- if default .Values.publicUrl .Values.authBaseUrl }}
  - name: AUTH_BASE_URL
    value: {{ default .Values.publicUrl .Values.authBaseUrl | quote }}
  {{- end }}
  - name: VITE_ADDR
    value: http://127.0.0.1:8088
  - name: CHAT_ANON_DOS_RPM
    value: {{ int64 .Values.proxyd.chatRequestsPerMinute | quote }}
  {{- if .Values.proxyd.trustedProxies }}
  - name: TRUSTED_PROXIES
    value: {{ join "," .Values.proxyd.trustedProxies | quote }}
  {{- end }}
  {{- if .Values.proxyd.pubRedirectUrl }}
  - name: PUB_REDIRECT_URL
    value: {{ .Values.proxyd.pubRedirectUrl | quote }}
  {{- end }}
  {{- range $key, $entry := .Values.proxyd.env }}
  {{- if dig "enabled" true $entry }}
  - name: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.proxyd.resources) | nindent 2 }}
{{- with include "arizuko.securityContext" (dict "root" . "context" .Values.proxyd.securityContext) }}
securityContext:
  {{- . | trimPrefix "\n" | nindent 2 }}
{{- end }}
volumeMounts:
  - mountPath: /tmp
    name: tmp-proxyd
  - mountPath: {{ printf "/srv/data/arizuko_%s/store/routd" .Values.instance | quote }}
    name: data
    subPath: {{ printf "arizuko_%s/store/routd" .Values.instance | quote }}
  {{- range $key, $entry := .Values.proxyd.volumeMounts }}
  {{- if dig "enabled" true $entry }}
  - mountPath: {{ $key | quote }}
    {{- with omit $entry "enabled" }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- end }}
  {{- end }}
{{- end }}
