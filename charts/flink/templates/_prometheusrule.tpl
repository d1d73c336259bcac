{{- define "flink.prometheusrule" -}}
{{- $name := include "common.names.job" . -}}
{{- $interval := include "flink.checkpoint.seconds" . | int -}}
{{- $window := max 600 (mul 5 $interval) -}}
{{- $scaled := or .values.autoscaler (include "flink.reactive" .) -}}
{{- $words := dict
  "scrape" (include "common.monitoring.scrape" (list .root.Release.Namespace $name))
  "name" $name
  "namespace" .root.Release.Namespace
  "group" (include "common.names.client" .)
  "interval" $interval
  "window" (printf "%ds" $window)
  "windowSeconds" $window
  "parallelism" (.values.parallelism | default 1)
-}}
{{- $facts := dict "running" (not .values.suspended) "reads" .values.reads "fixedParallelism" (not $scaled) -}}
{{ include "common.monitoring.prometheusrule" (dict "root" .root "job" .job "name" $name "namespace" .root.Release.Namespace "words" $words "facts" $facts "settings" (list .root.Values.defaults.alerts .values.alerts)) }}
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
