{{/*
Calls a define for each enabled job and Connect server: both have an identity
of their own. Takes (dict "root" $ "define" name "of" key): the object's
`enabled` and `override` are below that key of the values; "optIn" true
renders only what is enabled there.
*/}}
{{- define "spark.each" -}}
{{- $given := . -}}
{{- range $kind := list "jobs" "connect" }}
{{- range $name, $values := get $given.root.Values $kind }}
{{- if and (dig "enabled" true $values) (dig $given.of "enabled" (not $given.optIn) $values) }}
---
{{ include "common.overridden" (dict "object" (include $given.define (dict "root" $given.root "job" $name "values" $values "connect" (eq $kind "connect"))) "override" (dig $given.of "override" dict $values)) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
