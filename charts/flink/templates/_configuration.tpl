{{/*
Flink's configuration of a job that has a cluster of its own; what the user
sets wins. Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "flink.configuration" -}}
{{- $into := dict "root" .root "job" .job "values" .values "config" dict -}}
{{- include "flink.configuration.cluster" $into -}}
{{- include "flink.configuration.checkpoints" $into -}}
{{- include "flink.configuration.restart" $into -}}
{{- with .values.maxParallelism | default .root.Values.defaults.maxParallelism -}}
{{- $_ := set $into.config "pipeline.max-parallelism" (toString .) -}}
{{- end -}}
{{- if eq .root.Values.mode "operator" -}}
{{- include "flink.configuration.operator" $into -}}
{{- include "flink.configuration.operator.job" $into -}}
{{- end -}}
{{- include "flink.configuration.own" $into -}}
{{- end }}

{{/* Of a session: its own part, and what holds for jobs that say nothing. */}}
{{- define "flink.configuration.session" -}}
{{- $into := dict "root" .root "job" .job "values" .values "config" dict -}}
{{- include "flink.configuration.cluster" $into -}}
{{- include "flink.configuration.checkpoints" $into -}}
{{- include "flink.configuration.restart" $into -}}
{{- include "flink.configuration.operator" $into -}}
{{- include "flink.configuration.own" $into -}}
{{- end }}

{{/* Of a job in a session, on top of the session's. */}}
{{- define "flink.configuration.sessionjob" -}}
{{- $into := dict "root" .root "job" .job "values" .values "config" dict -}}
{{- include "flink.configuration.checkpoints" $into -}}
{{- include "flink.configuration.restart" $into -}}
{{- with .values.maxParallelism | default .root.Values.defaults.maxParallelism -}}
{{- $_ := set $into.config "pipeline.max-parallelism" (toString .) -}}
{{- end -}}
{{- include "flink.configuration.operator.job" $into -}}
{{- include "flink.configuration.own" $into -}}
{{- end }}

{{- define "flink.configuration.own" -}}
{{- range $key, $value := .values.flinkConfiguration -}}
{{- $_ := set $.config $key (toString $value) -}}
{{- end -}}
{{- toYaml .config -}}
{{- end }}

{{/* What JobManager and TaskManagers are told. Takes (dict "root" $ "job" name "values" values "config" <map to add to>). */}}
{{- define "flink.configuration.cluster" -}}
{{- $config := .config -}}
{{- $defaults := .root.Values.defaults -}}
{{- $_ := set $config "taskmanager.numberOfTaskSlots" (dig "taskManager" "slots" $defaults.taskManager.slots .values | toString) -}}
{{- if include "flink.availability" . -}}
{{- $_ := set $config "high-availability.type" "kubernetes" -}}
{{- $_ := set $config "high-availability.storageDir" (printf "%s/ha" (include "common.storage.job" .)) -}}
{{- end -}}
{{- include "flink.configuration.filesystem" . -}}
{{- include "flink.configuration.state" . -}}
{{- if include "common.monitoring.wanted" .root -}}
{{- $_ := set $config "metrics.reporter.prom.factory.class" "org.apache.flink.metrics.prometheus.PrometheusReporterFactory" -}}
{{- $_ := set $config "metrics.reporter.prom.port" "9249" -}}
{{- end -}}
{{- with dig "metrics" "latencyInterval" "" .values -}}
{{- $_ := set $config "metrics.latency.interval" . -}}
{{- end -}}
{{- if include "flink.reactive" . -}}
{{- $_ := set $config "scheduler-mode" "reactive" -}}
{{- end -}}
{{- end }}

{{/* Whether a JobManager that went is followed by one that knows its jobs; empty where not. */}}
{{- define "flink.availability" -}}
{{- if and .root.Values.global.storage.uri (dig "highAvailability" "enabled" true .values) -}}
true
{{- end -}}
{{- end }}
