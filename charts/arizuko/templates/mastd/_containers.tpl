{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of mastd, one for each account. Carries messages to and from Mastodon. */}}
{{- define "arizuko.containers.mastd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.mastd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.mastd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "mastodon" }}
{{- $port := add 9150 $accountIndex }}
- name: {{ printf "mastd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/mastd]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.mastdKey | quote }}
    - name: MASTODON_ACCESS_TOKEN
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "MASTODON_ACCESS_TOKEN%s" $suffix | quote }}
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: mastd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: MASTODON_INSTANCE_URL
      value: {{ dig "instanceUrl" "" $account | quote }}
    {{- range $key, $entry := $.Values.adapters.mastd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.mastd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.mastd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-mastd
    {{- range $key, $entry := $.Values.adapters.mastd.volumeMounts }}
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
