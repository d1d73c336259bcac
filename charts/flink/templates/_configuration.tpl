{{/* Flink's configuration of a job; what the user sets wins. */}}
{{- define "flink.configuration" -}}
{{- $state := include "common.storage.job" . -}}
{{- $storage := .root.Values.global.storage -}}
{{- $config := dict
  "execution.checkpointing.interval" .root.Values.defaults.checkpointInterval
  "execution.checkpointing.mode" "EXACTLY_ONCE"
  "execution.checkpointing.dir" (printf "%s/checkpoints" $state)
  "execution.checkpointing.savepoint-dir" (printf "%s/savepoints" $state)
  "execution.checkpointing.externalized-checkpoint-retention" "RETAIN_ON_CANCELLATION"
  "execution.checkpointing.incremental" "true"
  "state.backend.type" "rocksdb"
  "high-availability.type" "kubernetes"
  "high-availability.storageDir" (printf "%s/ha" $state)
  "taskmanager.numberOfTaskSlots" (toString (dig "taskManager" "slots" .root.Values.defaults.taskManager.slots .values))
-}}
{{- if eq .root.Values.mode "operator" -}}
{{- include "flink.configuration.operator" (dict "root" .root "job" .job "values" .values "config" $config) -}}
{{- end -}}
{{- if include "common.monitoring.wanted" .root -}}
{{- $_ := set $config "metrics.reporter.prom.factory.class" "org.apache.flink.metrics.prometheus.PrometheusReporterFactory" -}}
{{- $_ := set $config "metrics.reporter.prom.port" "9249" -}}
{{- end -}}
{{- with $storage.endpoint -}}
{{- $_ := set $config "s3.endpoint" . -}}
{{- $_ := set $config "s3.path.style.access" "true" -}}
{{- end -}}
{{- range $key, $value := .values.flinkConfiguration -}}
{{- $_ := set $config $key (toString $value) -}}
{{- end -}}
{{- toYaml $config -}}
{{- end }}

{{/* What only the operator reads; native mode makes the pods. Takes that and "config" <map to add to>. */}}
{{- define "flink.configuration.operator" -}}
{{- $config := .config -}}
{{- $_ := set $config "kubernetes.operator.pod-template.merge-arrays-by-name" "true" -}}
{{- $_ := set $config "kubernetes.operator.savepoint.format.type" "NATIVE" -}}
{{- if .values.rollback -}}
{{- $_ := set $config "kubernetes.operator.deployment.rollback.enabled" "true" -}}
{{- end -}}
{{- with .values.autoscaler -}}
{{- if dig "enabled" true . -}}
{{- $_ := set $config "job.autoscaler.enabled" "true" -}}
{{- range $key, $option := dict "minParallelism" "vertex.min-parallelism" "maxParallelism" "vertex.max-parallelism" "utilization" "utilization.target" -}}
{{- with get $.values.autoscaler $key -}}
{{- $_ := set $config (printf "job.autoscaler.%s" $option) (toString .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $labels := list -}}
{{- range $key, $value := include "common.labels.stable" (dict "root" .root "job" .job) | fromYaml -}}
{{- $labels = append $labels (printf "%s:%s" $key $value) -}}
{{- end -}}
{{/* These reach the JobManager's Deployment as well; the pod template's do not. */}}
{{- $_ := set $config "kubernetes.jobmanager.labels" (join "," $labels) -}}
{{- end }}
