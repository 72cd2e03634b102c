{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of linkd, one for each account. Carries messages to and from LinkedIn. */}}
{{- define "arizuko.containers.linkd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.linkd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.linkd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "linkedin" }}
{{- $port := add 9350 $accountIndex }}
- name: {{ printf "linkd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/linkd]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.linkdKey | quote }}
    - name: LINKEDIN_CLIENT_SECRET
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "LINKEDIN_CLIENT_SECRET%s" $suffix | quote }}
    - name: LINKEDIN_ACCESS_TOKEN
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "LINKEDIN_ACCESS_TOKEN%s" $suffix | quote }}
          optional: true
    - name: LINKEDIN_REFRESH_TOKEN
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "LINKEDIN_REFRESH_TOKEN%s" $suffix | quote }}
          optional: true
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: linkd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: DATA_DIR
      value: {{ printf "%s/store/linkd%s" (include "arizuko.dataDirectory" $) $suffix | quote }}
    - name: LINKEDIN_CLIENT_ID
      value: {{ dig "clientId" "" $account | quote }}
    - name: LINKEDIN_POLL_INTERVAL
      value: {{ dig "pollInterval" "300s" $account | quote }}
    - name: LINKEDIN_AUTO_PUBLISH
      value: {{ dig "autoPublish" false $account | quote }}
    {{- range $key, $entry := $.Values.adapters.linkd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.linkd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.linkd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-linkd
    - mountPath: {{ printf "/srv/data/arizuko_%s/store/linkd%s" $.Values.instance $suffix | quote }}
      name: data
      subPath: {{ printf "arizuko_%s/store/linkd%s" $.Values.instance $suffix | quote }}
    {{- range $key, $entry := $.Values.adapters.linkd.volumeMounts }}
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
