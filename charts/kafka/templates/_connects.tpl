{{/* Calls a define for each enabled Connect cluster. Takes (dict "root" $ "define" name "object" <whose override>). */}}
{{- define "kafka.connects" -}}
{{- if eq .root.Values.global.kafka.mode "strimzi" }}
{{- range $name, $connect := .root.Values.connect }}
{{- if dig "enabled" true $connect }}
---
{{ include "common.overridden" (dict "object" (include $.define (dict "root" $.root "job" $name "values" $connect)) "override" (dig "objects" ($.object | default "") "override" dict $connect)) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kafka.connect.overridden" -}}
{{ include "common.override" (dict "object" (include "kafka.connect" .) "override" .values.override) }}
{{- end }}

{{- define "kafka.connect.podmonitor" -}}
{{- $name := include "common.names.job" . -}}
{{ include "common.monitoring.podmonitor" (dict "root" .root "name" (printf "%s-connect" $name) "namespace" .root.Release.Namespace "select" (dict "strimzi.io/cluster" $name "strimzi.io/kind" "KafkaConnect") "endpoint" (dict "port" "tcp-prometheus" "path" "/metrics")) }}
{{- end }}
