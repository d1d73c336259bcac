{{/* How many executors there are, and how they leave. */}}

{{/* Whether executors hand over their blocks before they go; empty where not. */}}
{{- define "spark.decommission.wanted" -}}
{{- $spot := and .values.spot (dig "enabled" true .values.spot) -}}
{{- $unshared := eq "decommission" (dig "dynamicAllocation" "shuffle" "tracking" .values) -}}
{{- if dig "decommission" "enabled" (or $spot $unshared) .values -}}
true
{{- end -}}
{{- end }}

{{- define "spark.configuration.allocation" -}}
{{- $into := .into -}}
{{- with .values.dynamicAllocation -}}
{{- if dig "enabled" true . -}}
{{- $min := .min | default 0 | int -}}
{{- $_ := set $into "spark.dynamicAllocation.enabled" "true" -}}
{{- $_ := set $into "spark.dynamicAllocation.minExecutors" (toString $min) -}}
{{- $_ := set $into "spark.dynamicAllocation.initialExecutors" (dig "initial" $min . | int | toString) -}}
{{- $_ := set $into "spark.dynamicAllocation.maxExecutors" (.max | int | toString) -}}
{{- $_ := set $into "spark.dynamicAllocation.shuffleTracking.enabled" (eq "tracking" (.shuffle | default "tracking") | toString) -}}
{{- with .idleTimeout -}}
{{- $_ := set $into "spark.dynamicAllocation.executorIdleTimeout" . -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if include "spark.decommission.wanted" . -}}
{{- range $part := list "decommission" "storage.decommission" "storage.decommission.shuffleBlocks" "storage.decommission.rddBlocks" -}}
{{- $_ := set $into (printf "spark.%s.enabled" $part) "true" -}}
{{- end -}}
{{- if dig "decommission" "fallback" false .values -}}
{{- $_ := set $into "spark.storage.decommission.fallbackStorage.path" (printf "%s/fallback/" (include "spark.storage.job" .)) -}}
{{- $_ := set $into "spark.storage.decommission.fallbackStorage.cleanUp" "true" -}}
{{- end -}}
{{- end -}}
{{- end }}
