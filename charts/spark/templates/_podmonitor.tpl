{{/* The driver tells of itself and of its executors, which come and go too quickly to be found. */}}
{{- define "spark.podmonitor" -}}
{{- $select := dict "headworks.dev/pipeline" .root.Values.global.pipeline.name "headworks.dev/job" .job "spark-role" (ternary "connect-server" "driver" .connect) -}}
{{- $endpoints := list (dict "portNumber" 4040 "path" "/metrics/executors/prometheus/") (dict "portNumber" 4040 "path" "/metrics/prometheus/") -}}
{{ include "common.monitoring.podmonitor" (dict "root" .root "job" .job "name" (include "common.names.job" .) "namespace" .root.Release.Namespace "select" $select "endpoints" $endpoints) }}
{{- end }}
