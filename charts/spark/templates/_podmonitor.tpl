{{/* The driver tells of its executors as well; executors come and go too quickly to be found. */}}
{{- define "spark.podmonitor" -}}
{{- $select := dict "headworks.dev/pipeline" .root.Values.global.pipeline.name "headworks.dev/job" .job "spark-role" "driver" -}}
{{ include "common.monitoring.podmonitor" (dict "root" .root "job" .job "name" (include "common.names.job" .) "namespace" .root.Release.Namespace "select" $select "endpoint" (dict "portNumber" 4040 "path" "/metrics/executors/prometheus/")) }}
{{- end }}
