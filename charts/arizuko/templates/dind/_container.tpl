{{- /* Produced from generator/charts/arizuko by `npm run gen`; edit that instead. */}}

{{- /* The container of dind. The Docker engine within the pod, in which agents run. */}}
{{- define "arizuko.container.dind" -}}
image: {{ include "arizuko.image" (dict "root" . "image" .Values.agents.dind.image) | quote }}
imagePullPolicy: {{ .Values.agents.dind.image.pullPolicy }}
command:
  - /bin/sh
  - -ec
  - |
    iptables -L -n >/dev/null 2>&1 || export PATH="/usr/local/sbin/.iptables-legacy:$PATH"
    families=iptables
    [ ! -e /proc/net/if_inet6 ] || families="iptables ip6tables"
    for family in $families; do
      for bridge in docker0 br-+; do
        rule="INPUT -i $bridge -m conntrack ! --ctstate ESTABLISHED,RELATED -j DROP"
        $family -C $rule 2>/dev/null || $family -I $rule
      done
    done
    exec dockerd-entrypoint.sh dockerd --host=unix:///run/docker/docker.sock --group=1000
restartPolicy: Always
env:
  - name: DOCKER_TLS_CERTDIR
    value: ""
{{- if .Values.probes.startup.enabled }}
startupProbe:
  exec:
    command: [docker, --host, unix:///run/docker/docker.sock, info]
  periodSeconds: {{ int64 .Values.probes.startup.periodSeconds }}
  timeoutSeconds: {{ int64 .Values.probes.startup.timeoutSeconds }}
  failureThreshold: {{ int64 .Values.probes.startup.failureThreshold }}
{{- end }}
resources:
  {{- include "arizuko.resources" (dict "root" . "resources" .Values.agents.dind.resources) | nindent 2 }}
{{- with .Values.agents.dind.securityContext }}
securityContext:
  {{- toYaml . | nindent 2 }}
{{- end }}
volumeMounts:
  - name: data
    mountPath: /srv/data
  - name: docker-socket
    mountPath: /run/docker
  - name: docker-storage
    mountPath: /var/lib/docker
{{- end }}
