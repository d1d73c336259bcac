{{- define "flink.podmonitor" -}}
{{- $name := include "common.names.job" . -}}
{{ include "common.monitoring.podmonitor" (dict "root" .root "job" .job "name" $name "namespace" .root.Release.Namespace "select" (dict "app" $name) "endpoint" (dict "port" "metrics")) }}
{{- end }}
