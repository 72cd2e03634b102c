{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of emaid, one for each account. Carries messages to and from a mailbox. */}}
{{- define "arizuko.containers.emaid" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.emaid.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.emaid.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "email" }}
{{- $port := add 9300 $accountIndex }}
- name: {{ printf "emaid%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/emaid]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.emaidKey | quote }}
    - name: EMAIL_PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "EMAIL_PASSWORD%s" $suffix | quote }}
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: emaid
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: DATA_DIR
      value: {{ printf "%s/store/emaid%s" (include "arizuko.dataDirectory" $) $suffix | quote }}
    - name: EMAIL_IMAP_HOST
      value: {{ dig "imapHost" "" $account | quote }}
    - name: EMAIL_IMAP_PORT
      value: {{ int64 (dig "imapPort" 993 $account) | quote }}
    - name: EMAIL_SMTP_HOST
      value: {{ dig "smtpHost" "" $account | quote }}
    - name: EMAIL_SMTP_PORT
      value: {{ int64 (dig "smtpPort" 587 $account) | quote }}
    - name: EMAIL_ACCOUNT
      value: {{ dig "account" "" $account | quote }}
    {{- range $key, $entry := $.Values.adapters.emaid.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.emaid.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.emaid.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-emaid
    - mountPath: {{ printf "/srv/data/arizuko_%s/store/emaid%s" $.Values.instance $suffix | quote }}
      name: data
      subPath: {{ printf "arizuko_%s/store/emaid%s" $.Values.instance $suffix | quote }}
    {{- range $key, $entry := $.Values.adapters.emaid.volumeMounts }}
    {{- if dig "enabled" true $entry }}
    - mountPath: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
{{- end }}
{{- end }}
{{- end }}
