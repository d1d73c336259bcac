{{/* Whether metrics are wanted; empty where not. */}}
{{- define "common.monitoring.wanted" -}}
{{- if dig "enabled" false (.Values.global.monitoring | default dict) -}}
true
{{- end -}}
{{- end }}

{{/*
A PodMonitor. Takes (dict "root" $ "job" name "name" name "namespace" namespace
"select" <labels of the pods> "endpoint" <one podMetricsEndpoint> or "endpoints" <a list of them>).
*/}}
{{- define "common.monitoring.podmonitor" -}}
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata:
  name: {{ .name | quote }}
  namespace: {{ .namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
    {{- with .root.Values.global.monitoring.labels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  selector:
    matchLabels:
      {{- toYaml .select | nindent 6 }}
  # Which pipeline and job a metric is about.
  podTargetLabels:
    - headworks.dev/pipeline
    - headworks.dev/environment
    - headworks.dev/job
  podMetricsEndpoints:
    {{- range .endpoints | default (list .endpoint) }}
    - {{- toYaml . | nindent 6 }}
    {{- end }}
{{- end }}

{{/* Lets Prometheus through a job's NetworkPolicy. Takes (dict "root" $ "port" number). */}}
{{- define "common.monitoring.ingress" -}}
{{- if include "common.monitoring.wanted" .root }}
- from:
    - namespaceSelector: {}
      podSelector:
        matchLabels:
          app.kubernetes.io/name: prometheus
  ports:
    - port: {{ .port }}
{{- end }}
{{- end }}
