{{/*
Every Spark property of a job, as a map of texts: what the values ask for,
then the sparkConf of `defaults`, then the job's own, which wins. Sizes of
driver and executors are apart (spark.resources): Kubeflow's operator has
fields for them. Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "spark.configuration" -}}
{{- $into := dict -}}
{{- include "spark.configuration.fill" (merge (dict "into" $into) .) -}}
{{- toYaml $into -}}
{{- end }}

{{/* The same into a map that is given, which spares parsing a text. Takes the context and "into". */}}
{{- define "spark.configuration.fill" -}}
{{- $into := .into -}}
{{- include "spark.configuration.storage" . -}}
{{- include "spark.configuration.eventlog" . -}}
{{- include "spark.configuration.allocation" . -}}
{{- include "spark.configuration.metrics" . -}}
{{- if .values.streaming -}}
{{- include "spark.configuration.streaming" . -}}
{{- end -}}
{{- with .values.deps -}}
{{- include "spark.configuration.deps" (dict "deps" . "into" $into) -}}
{{- end -}}
{{- range list .root.Values.defaults.sparkConf .values.sparkConf -}}
{{- range $key, $value := . -}}
{{- $_ := set $into $key (toString $value) -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Where Spark writes what it did, for the History Server; empty where it does not. */}}
{{- define "spark.eventlog.dir" -}}
{{- $log := .Values.eventLog | default dict -}}
{{- $uri := include "spark.storage.uri" . -}}
{{- if dig "enabled" (hasPrefix "file:" $uri | not) $log -}}
{{ $log.dir | default (printf "%s/%s/spark-events" $uri .Values.global.environment) }}
{{- end -}}
{{- end }}

{{- define "spark.configuration.eventlog" -}}
{{- with include "spark.eventlog.dir" .root -}}
{{- $_ := set $.into "spark.eventLog.enabled" "true" -}}
{{- $_ := set $.into "spark.eventLog.dir" . -}}
{{- $_ := set $.into "spark.eventLog.rolling.enabled" "true" -}}
{{- $_ := set $.into "spark.eventLog.compress" "true" -}}
{{- end -}}
{{- end }}

{{/* Names of metrics must not change from run to run, as they would with the application's id in them. */}}
{{- define "spark.configuration.metrics" -}}
{{- if include "common.monitoring.wanted" .root -}}
{{- $_ := set .into "spark.ui.prometheus.enabled" "true" -}}
{{- $_ := set .into "spark.metrics.namespace" "spark" -}}
{{- $_ := set .into "spark.metrics.conf.*.sink.prometheusServlet.class" "org.apache.spark.metrics.sink.PrometheusServlet" -}}
{{- $_ := set .into "spark.metrics.conf.*.sink.prometheusServlet.path" "/metrics/prometheus" -}}
{{- $_ := set .into "spark.metrics.conf.*.source.jvm.class" "org.apache.spark.metrics.source.JvmSource" -}}
{{- if .values.streaming -}}
{{- $_ := set .into "spark.sql.streaming.metricsEnabled" "true" -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* A query finds its place again by its name below this folder. */}}
{{- define "spark.checkpoints" -}}
{{ include "spark.storage.job" . }}/checkpoints
{{- end }}

{{- define "spark.configuration.streaming" -}}
{{- $_ := set .into "spark.sql.streaming.checkpointLocation" (include "spark.checkpoints" .) -}}
{{- $_ := set .into "spark.streaming.stopGracefullyOnShutdown" "true" -}}
{{- end }}

{{- define "spark.configuration.deps" -}}
{{- $into := .into -}}
{{- $deps := .deps -}}
{{- range $key, $property := dict "jars" "spark.jars" "files" "spark.files" "archives" "spark.archives" "pyFiles" "spark.submit.pyFiles" "packages" "spark.jars.packages" "excludePackages" "spark.jars.excludes" "repositories" "spark.jars.repositories" -}}
{{- with get $deps $key -}}
{{- $_ := set $into $property (join "," .) -}}
{{- end -}}
{{- end -}}
{{- end }}
