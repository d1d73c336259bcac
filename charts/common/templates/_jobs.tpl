{{/* Calls a define for each enabled job of the chart. Takes (dict "root" $ "define" name). */}}
{{- define "common.jobs" -}}
{{- $root := .root -}}
{{- $define := .define -}}
{{- range $name, $job := $root.Values.jobs }}
{{- if dig "enabled" true $job }}
---
{{ include $define (dict "root" $root "job" $name "values" $job) }}
{{- end }}
{{- end }}
{{- end }}
