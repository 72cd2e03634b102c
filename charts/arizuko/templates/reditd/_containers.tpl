{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of reditd, one for each account. Carries messages to and from Reddit. */}}
{{- define "arizuko.containers.reditd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.reditd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.reditd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "reddit" }}
{{- $port := add 9250 $accountIndex }}
- name: {{ printf "reditd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/reditd]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.reditdKey | quote }}
    - name: REDDIT_CLIENT_SECRET
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "REDDIT_CLIENT_SECRET%s" $suffix | quote }}
    - name: REDDIT_PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "REDDIT_PASSWORD%s" $suffix | quote }}
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: reditd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: DATA_DIR
      value: {{ printf "%s/store/reditd%s" (include "arizuko.dataDirectory" $) $suffix | quote }}
    - name: REDDIT_CLIENT_ID
      value: {{ dig "clientId" "" $account | quote }}
    - name: REDDIT_USERNAME
      value: {{ dig "username" "" $account | quote }}
    {{- if dig "subreddits" "" $account }}
    - name: REDDIT_SUBREDDITS
      value: {{ dig "subreddits" "" $account | quote }}
    {{- end }}
    - name: REDDIT_POLL_INTERVAL
      value: {{ dig "pollInterval" "5m" $account | quote }}
    - name: REDDIT_USER_AGENT
      value: {{ dig "userAgent" "arizuko/1.0" $account | quote }}
    {{- range $key, $entry := $.Values.adapters.reditd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.reditd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.reditd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-reditd
    - mountPath: {{ printf "/srv/data/arizuko_%s/store/reditd%s" $.Values.instance $suffix | quote }}
      name: data
      subPath: {{ printf "arizuko_%s/store/reditd%s" $.Values.instance $suffix | quote }}
    {{- range $key, $entry := $.Values.adapters.reditd.volumeMounts }}
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
