{{/* What several templates and the validation ask of Flink's values. */}}

{{/* How long a sink's transaction may stay open. Takes (dict "root" $ "values" <job>). */}}
{{- define "common.flink.transactionTimeout" -}}
{{- dig "transactions" "timeout" (.root.Values.global.kafka.transactionMaxTimeout | default "15m") .values -}}
{{- end }}

{{/* Flink's own major version, 1 or 2. Takes such as v1_20. */}}
{{- define "common.flink.major" -}}
{{- trimPrefix "v" . | splitList "_" | first -}}
{{- end }}

{{/* Whether a section is there and not switched off, be it empty. Takes (dict "values" <job or session> "part" key). */}}
{{- define "common.flink.has" -}}
{{- $part := get .values .part -}}
{{- if kindIs "map" $part -}}
{{- if dig "enabled" true $part -}}
true
{{- end -}}
{{- end -}}
{{- end }}
