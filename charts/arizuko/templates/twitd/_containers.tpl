{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The containers of twitd, one for each account. Carries messages to and from Twitter. */}}
{{- define "arizuko.containers.twitd" -}}
{{- range $accountIndex, $accountName := keys .Values.adapters.twitd.accounts | sortAlpha }}
{{- $account := index $.Values.adapters.twitd.accounts $accountName }}
{{- if dig "enabled" true $account }}
{{- $suffix := $accountName | trimPrefix "twitter" }}
{{- $port := add 9450 $accountIndex }}
- name: {{ printf "twitd%s" $suffix | quote }}
  image: {{ include "arizuko.image" (dict "root" $ "image" $.Values.adapters.twitd.image) | quote }}
  imagePullPolicy: {{ $.Values.adapters.twitd.image.pullPolicy }}
  command: [bun, dist/main.js]
  {{- if $.Values.probes.startup.enabled }}
  startupProbe:
    exec:
      command: [nc, -z, 127.0.0.1, "9450"]
    periodSeconds: {{ int64 $.Values.probes.startup.periodSeconds }}
    timeoutSeconds: {{ int64 $.Values.probes.startup.timeoutSeconds }}
    failureThreshold: {{ int64 $.Values.probes.startup.failureThreshold }}
  {{- end }}
  {{- if $.Values.probes.liveness.enabled }}
  livenessProbe:
    exec:
      command:
        - /bin/sh
        - -c
        - |
          ask() { bearer="$1"; shift; wget -q -T 1 -t 1 -O - --header "Authorization: Bearer $bearer" "$@"; }
          known() {
            answer="$(ask "$AUTHD_SERVICE_KEY" --header "Content-Type: application/json" \
              --post-data "{\"daemon\":\"$2\"}" "$AUTHD_URL/v1/service-token")"
            token="$(echo "$answer" | sed -n 's/.*"token" *: *"\([^"]*\)".*/\1/p')"
            [ -n "$token" ] || return 0
            channels="$(ask "$token" "$ROUTER_URL/v1/channels")" || return 0
            case "$channels" in
              *"\"name\":\"$1\""*) return 0 ;;
            esac
            echo "routd does not know the channel $1 any more"
            return 1
          }
          nc -z 127.0.0.1 9450 || exit 1
          wget -q -T 2 -t 1 -O /dev/null http://127.0.0.1:9450/health || exit 0
          known twitter twitd
    periodSeconds: {{ int64 $.Values.probes.liveness.periodSeconds }}
    timeoutSeconds: {{ int64 $.Values.probes.liveness.timeoutSeconds }}
    failureThreshold: {{ int64 $.Values.probes.liveness.failureThreshold }}
  {{- end }}
  env:
    {{- include "arizuko.containerEnvironment" $ | trimPrefix "\n" | nindent 4 }}
    - name: AUTHD_SERVICE_KEY
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.secretName.secrets" $ | quote }}
          key: {{ $.Values.secrets.keys.twitdKey | quote }}
    - name: TWITTER_USERNAME
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "TWITTER_USERNAME%s" $suffix | quote }}
    - name: TWITTER_PASSWORD
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "TWITTER_PASSWORD%s" $suffix | quote }}
    - name: TWITTER_EMAIL
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "TWITTER_EMAIL%s" $suffix | quote }}
    - name: TWITTER_2FA_SECRET
      valueFrom:
        secretKeyRef:
          name: {{ include "arizuko.credentialsName.secrets" $ | quote }}
          key: {{ printf "TWITTER_2FA_SECRET%s" $suffix | quote }}
          optional: true
    - name: AUTHD_URL
      value: http://127.0.0.1:8081
    - name: AUTHD_SERVICE_NAME
      value: twitd
    - name: ROUTER_URL
      value: http://127.0.0.1:8083
    - name: CHANNEL_NAME
      value: {{ $accountName | quote }}
    - name: LISTEN_ADDR
      value: {{ printf "127.0.0.1:%d" $port | quote }}
    - name: LISTEN_URL
      value: {{ printf "http://127.0.0.1:%d" $port | quote }}
    - name: DATA_DIR
      value: {{ printf "%s/store/twitd%s" (include "arizuko.dataDirectory" $) $suffix | quote }}
    - name: TWITTER_AUTH_DIR
      value: {{ printf "%s/store/twitd%s" (include "arizuko.dataDirectory" $) $suffix | quote }}
    - name: TWITTER_POLL_INTERVAL
      value: {{ int64 (dig "pollSeconds" 90 $account) | quote }}
    {{- range $key, $entry := $.Values.adapters.twitd.env }}
    {{- if dig "enabled" true $entry }}
    - name: {{ $key | quote }}
      {{- with omit $entry "enabled" }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- end }}
    {{- end }}
  resources:
    {{- include "arizuko.resources" (dict "root" $ "resources" $.Values.adapters.twitd.resources) | nindent 4 }}
  {{- with include "arizuko.securityContext" (dict "root" $ "context" $.Values.adapters.twitd.securityContext) }}
  securityContext:
    {{- . | trimPrefix "\n" | nindent 4 }}
  {{- end }}
  volumeMounts:
    - mountPath: /tmp
      name: tmp-twitd
    - mountPath: {{ printf "/srv/data/arizuko_%s/store/twitd%s" $.Values.instance $suffix | quote }}
      name: data
      subPath: {{ printf "arizuko_%s/store/twitd%s" $.Values.instance $suffix | quote }}
    {{- range $key, $entry := $.Values.adapters.twitd.volumeMounts }}
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
