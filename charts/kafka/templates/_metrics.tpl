{{/*
The official image brings no exporter: metrics exist where the values name an
image that holds Prometheus' JMX agent, whose jar an init container copies.
*/}}
{{- define "kafka.metrics.wanted" -}}
{{- if and (include "kafka.server.wanted" .) (include "common.monitoring.wanted" .) (dig "metrics" "image" "" .Values.cluster.statefulset) -}}
true
{{- end -}}
{{- end }}

{{- define "kafka.metrics.init" -}}
{{- if include "kafka.metrics.wanted" . }}
{{- $metrics := .Values.cluster.statefulset.metrics }}
initContainers:
  - name: jmx-agent
    image: {{ include "common.image" $metrics.image | quote }}
    command: [cp, {{ $metrics.jar | quote }}, /opt/jmx/agent.jar]
    resources:
      requests: { cpu: 10m, memory: 32Mi }
      limits: { memory: 32Mi }
    securityContext:
      {{- include "common.security.container" . | nindent 6 }}
      readOnlyRootFilesystem: true
    volumeMounts:
      - { name: jmx, mountPath: /opt/jmx }
{{- end }}
{{- end }}

{{- define "kafka.metrics.env" -}}
{{- if include "kafka.metrics.wanted" . }}
- name: KAFKA_OPTS
  value: -javaagent:/opt/jmx/agent.jar=9404:/etc/kafka/node/metrics.yaml
{{- end }}
{{- end }}

{{- define "kafka.metrics.volume" -}}
{{- if include "kafka.metrics.wanted" . }}
- name: jmx
  emptyDir: {}
{{- end }}
{{- end }}

{{- define "kafka.metrics.mount" -}}
{{- if include "kafka.metrics.wanted" . }}
- { name: jmx, mountPath: /opt/jmx, readOnly: true }
{{- end }}
{{- end }}
