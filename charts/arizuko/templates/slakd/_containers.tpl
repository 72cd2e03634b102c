{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of slakd, one for each account. Carries messages to and from Slack. */}}
{{- define "arizuko.containers.slakd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.slakd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.slakd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "slack" }}
{{- $port := add 9050 $accountIndex }}
- name: {{ printf "slakd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/slakd]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.slakdKey | quote }}
    - name: SLACK_BOT_TOKEN
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "SLACK_BOT_TOKEN%s" $suffix | quote }}
    - name: SLACK_SIGNING_SECRET
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "SLACK_SIGNING_SECRET%s" $suffix | quote }}
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: slakd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: DB_PATH
      value: {{ printf "%s/store/routd/routd.db" (include "arizuko.dataDirectory" $) | quote }}
    {{- range $key, $entry := $.Values.adapters.slakd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.slakd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.slakd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-slakd
    - mountPath: {{ printf "/srv/data/arizuko_%s/store/routd" $.Values.instance | quote }}
      name: data
      subPath: {{ printf "arizuko_%s/store/routd" $.Values.instance | quote }}
    {{- range $key, $entry := $.Values.adapters.slakd.volumeMounts }}
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
