{{/*
Alerts of a job or a Connect server. A driver's pod is named after the job,
with the run's number or hash in between where there are several.
*/}}
{{- define "spark.prometheusrule" -}}
{{- $name := include "common.names.job" . -}}
{{- $words := dict
  "scrape" (include "common.monitoring.scrape" (list .root.Release.Namespace $name))
  "name" $name
  "namespace" .root.Release.Namespace
  "driver" (printf "%s(-[0-9]+|-[0-9a-f]{6,})*-driver" $name)
-}}
{{- $running := not .values.suspend -}}
{{- $streaming := and .values.streaming $running -}}
{{- $least := dig "min" 0 (.values.dynamicAllocation | default dict) -}}
{{- $facts := dict
  "application" (not .connect)
  "batch" (not (or .connect .values.streaming))
  "streaming" $streaming
  "always" (or .connect $streaming)
  "executors" (or (not (include "spark.allocation.dynamic" .)) (gt (int $least) 0))
-}}
{{ include "common.monitoring.prometheusrule" (dict "root" .root "job" .job "name" $name "namespace" .root.Release.Namespace "words" $words "facts" $facts "settings" (list .root.Values.defaults.alerts .values.alerts)) }}
{{- end }}
