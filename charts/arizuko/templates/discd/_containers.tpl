{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of discd, one for each account. Carries messages to and from Discord. */}}
{{- define "arizuko.containers.discd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.discd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.discd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "discord" }}
{{- $port := add 9100 $accountIndex }}
- name: {{ printf "discd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/discd]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.discdKey | quote }}
    - name: DISCORD_BOT_TOKEN
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "DISCORD_BOT_TOKEN%s" $suffix | quote }}
    - name: DISCORD_USER_TOKEN
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "DISCORD_USER_TOKEN%s" $suffix | quote }}
          optional: true
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: discd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    {{- range $key, $entry := $.Values.adapters.discd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.discd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.discd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-discd
    {{- range $key, $entry := $.Values.adapters.discd.volumeMounts }}
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
