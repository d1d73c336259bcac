{{- define "flink.podmonitor" -}}
{{- $name := include "common.names.job" . -}}
{{ include "common.monitoring.podmonitor" (dict "root" .root "job" .job "name" $name "namespace" .root.Release.Namespace "select" (dict "app" $name "type" "flink-native-kubernetes") "endpoint" (dict "port" "metrics")) }}
{{- end }}
