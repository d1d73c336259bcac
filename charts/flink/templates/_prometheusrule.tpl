{{/* Alerts of a job with a cluster of its own. */}}
{{- define "flink.prometheusrule" -}}
{{- $scaled := or .values.autoscaler (include "flink.reactive" .) -}}
{{- $facts := dict "cluster" true "running" (not .values.suspended) "reads" .values.reads "fixedParallelism" (not $scaled) -}}
{{ include "flink.alerts" (merge (dict "facts" $facts "scraped" .job) .) }}
{{- end }}

{{/* Alerts of a session: of all its jobs, and that they run. */}}
{{- define "flink.session.prometheusrule" -}}
{{- $jobs := 0 -}}
{{- range .root.Values.jobs -}}
{{- if and (dig "enabled" true .) (eq (.session | default "") $.job) (not .suspended) -}}
{{- $jobs = add1 $jobs -}}
{{- end -}}
{{- end -}}
{{ include "flink.alerts" (merge (dict "facts" (dict "cluster" true "sessionJobs" $jobs) "scraped" .job "jobs" $jobs "which" ", job {{ $labels.job_name }},") .) }}
{{- end }}

{{/* Alerts of a job in a session that are not the session's: its lag, as Kafka's exporter knows it. */}}
{{- define "flink.sessionjob.prometheusrule" -}}
{{ include "flink.alerts" (merge (dict "facts" (dict "reads" .values.reads)) .) }}
{{- end }}

{{/* Takes besides a job's own: (dict "facts" map "scraped" <whose PodMonitor> "which" text "jobs" number). */}}
{{- define "flink.alerts" -}}
{{- $name := include "common.names.job" . -}}
{{- $interval := include "flink.checkpoint.seconds" . | int -}}
{{- $window := max 600 (mul 5 $interval) -}}
{{- $scrape := "job=\"\"" -}}
{{- if .scraped -}}
{{- $scrape = include "common.monitoring.scrape" (list .root.Release.Namespace $name) -}}
{{- end -}}
{{- $words := dict
  "scrape" $scrape
  "name" $name
  "which" (.which | default "")
  "jobs" (.jobs | default 0)
  "namespace" .root.Release.Namespace
  "group" (include "common.names.client" .)
  "interval" $interval
  "window" (printf "%ds" $window)
  "windowSeconds" $window
  "parallelism" (.values.parallelism | default 1)
-}}
{{ include "common.monitoring.prometheusrule" (dict "root" .root "job" .job "name" $name "namespace" .root.Release.Namespace "words" $words "facts" .facts "settings" (list .root.Values.defaults.alerts .values.alerts)) }}
{{- end }}

{{/* Seconds between checkpoints; in flinkConfiguration it may be `1min`, `30 s` or plain milliseconds. */}}
{{- define "flink.checkpoint.seconds" -}}
{{- $configured := get (.values.flinkConfiguration | default dict) "execution.checkpointing.interval" -}}
{{- $text := $configured | default (dig "checkpoints" "interval" .root.Values.defaults.checkpoints.interval .values) | toString -}}
{{- $units := dict "d" 86400000 "h" 3600000 "m" 60000 "s" 1000 -}}
{{- $unit := regexFind "[a-z]+" $text -}}
{{- $milliseconds := hasPrefix "ms" $unit | ternary 1 (get $units (trunc 1 $unit)) | default 1 -}}
{{- max 1 (div (mul (regexFind "^[0-9]+" $text | int64) $milliseconds) 1000) -}}
{{- end }}
