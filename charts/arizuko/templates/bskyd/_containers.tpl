{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of bskyd, one for each account. Carries messages to and from Bluesky. */}}
{{- define "arizuko.containers.bskyd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.bskyd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.bskyd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "bluesky" }}
{{- $port := add 9200 $accountIndex }}
- name: {{ printf "bskyd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.image) | quote }}
  imagePullPolicy: {{ $.Values.image.pullPolicy }}
  {{- with include "arizuko.adapterProbes" (dict "root" $ "port" $port) }}
  {{- . | trimPrefix "\n" | nindent 2 }}
  {{- end }}
  command: [/usr/local/bin/bskyd]
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.bskydKey | quote }}
    - name: BLUESKY_PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "BLUESKY_PASSWORD%s" $suffix | quote }}
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: bskyd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: DATA_DIR
      value: {{ printf "%s/store/bskyd%s" (include "arizuko.dataDirectory" $) $suffix | quote }}
    - name: BLUESKY_SERVICE
      value: {{ dig "service" "https://bsky.social" $account | quote }}
    - name: BLUESKY_IDENTIFIER
      value: {{ dig "identifier" "" $account | quote }}
    {{- range $key, $entry := $.Values.adapters.bskyd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.bskyd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.bskyd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-bskyd
    - mountPath: {{ printf "/srv/data/arizuko_%s/store/bskyd%s" $.Values.instance $suffix | quote }}
      name: data
      subPath: {{ printf "arizuko_%s/store/bskyd%s" $.Values.instance $suffix | quote }}
    {{- range $key, $entry := $.Values.adapters.bskyd.volumeMounts }}
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
