{{/*
What only the operator reads; in native mode it makes the pods.
Each takes (dict "root" $ "job" name "values" values "config" <map to add to>).
*/}}
{{- define "flink.configuration.operator" -}}
{{- $config := .config -}}
{{- $_ := set $config "kubernetes.operator.pod-template.merge-arrays-by-name" "true" -}}
{{- if .values.rollback -}}
{{- $_ := set $config "kubernetes.operator.deployment.rollback.enabled" "true" -}}
{{- end -}}
{{- with .values.readyWithin -}}
{{- $_ := set $config "kubernetes.operator.deployment.readiness.timeout" . -}}
{{- end -}}
{{- if include "common.flink.has" (dict "values" .values "part" "healthCheck") -}}
{{- $_ := set $config "kubernetes.operator.cluster.health-check.enabled" "true" -}}
{{- with .values.healthCheck -}}
{{- with .restarts -}}
{{- $_ := set $config "kubernetes.operator.cluster.health-check.restarts.threshold" (toString .) -}}
{{- end -}}
{{- with .window -}}
{{- $_ := set $config "kubernetes.operator.cluster.health-check.restarts.window" . -}}
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

{{- define "flink.configuration.operator.job" -}}
{{- $config := .config -}}
{{- $checkpoints := dict -}}
{{- include "flink.settings" (dict "into" $checkpoints "part" "checkpoints" "root" .root "values" .values) -}}
{{- $_ := set $config "kubernetes.operator.savepoint.format.type" (upper $checkpoints.savepointFormat) -}}
{{- with $checkpoints.savepointEvery -}}
{{- $_ := set $config "kubernetes.operator.periodic.savepoint.interval" . -}}
{{- end -}}
{{- if .values.savepointOnDelete -}}
{{- $_ := set $config "kubernetes.operator.job.savepoint-on-deletion" "true" -}}
{{- end -}}
{{- if .values.drainOnDelete -}}
{{- $_ := set $config "kubernetes.operator.job.drain-on-savepoint-deletion" "true" -}}
{{- end -}}
{{- if include "common.flink.has" (dict "values" .values "part" "autoscaler") -}}
{{- $_ := set $config "job.autoscaler.enabled" "true" -}}
{{- range $key, $option := dict "minParallelism" "vertex.min-parallelism" "maxParallelism" "vertex.max-parallelism" "utilization" "utilization.target" "window" "metrics.window" "stabilization" "stabilization.interval" "catchUp" "catch-up.duration" -}}
{{- with get $.values.autoscaler $key -}}
{{- $_ := set $config (printf "job.autoscaler.%s" $option) (toString .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
