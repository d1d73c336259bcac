{{/* Calls a define for each enabled job. Takes (dict "root" $ "define" name). */}}
{{- define "flink.jobs" -}}
{{- $root := .root -}}
{{- $define := .define -}}
{{- range $name, $job := $root.Values.jobs }}
{{- if dig "enabled" true $job }}
---
{{ include $define (dict "root" $root "job" $name "values" $job) }}
{{- end }}
{{- end }}
{{- end }}
