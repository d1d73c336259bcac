{{/*
How the scripts of mode statefulset reach brokers, as the first user where
there is one.
*/}}

{{/* The inner listener of the cluster that this release makes. Takes (dict "root" $ "controller" true or nothing). */}}
{{- define "kafka.client.inner" -}}
{{- $tls := include "kafka.server.tls" .root -}}
{{- $admin := include "kafka.server.admin" .root -}}
{{- include "kafka.client" (dict "root" .root "tls" (ternary "/etc/kafka/tls" "" (ne $tls "")) "encrypted" (ne $tls "") "sasl" (ne $admin "") "plain" .controller) -}}
{{- end }}

{{/* The address that jobs use. */}}
{{- define "kafka.client.outer" -}}
{{- $kafka := .Values.global.kafka -}}
{{- $encrypted := eq (include "common.kafka.client.tls" (dict "root" .)) "true" -}}
{{- include "kafka.client" (dict "root" . "tls" (ternary "/etc/kafka/ca" "" (and $encrypted (ne (include "kafka.client.ca" .) ""))) "encrypted" $encrypted "sasl" (eq $kafka.authentication "scram-sha-512")) -}}
{{- end }}

{{/* Secret with the CA of that address: of the cluster made here, or the jobs'. */}}
{{- define "kafka.client.ca" -}}
{{- include "kafka.server.tls" . | default (dig "tls" "caSecret" "" .Values.global.kafka) -}}
{{- end }}

{{- define "kafka.client" -}}
{{- $user := .root.Values.cluster.statefulset.admin.user -}}
security.protocol={{ ternary "SASL_" "" .sasl }}{{ ternary "SSL" "PLAINTEXT" .encrypted }}
default.api.timeout.ms=20000
request.timeout.ms=10000
{{- if .sasl }}
sasl.mechanism={{ ternary "PLAIN" "SCRAM-SHA-512" (not (not .plain)) }}
sasl.jaas.config={{ if .plain }}{{ include "kafka.properties.plain" $user }};{{ else }}{{ include "kafka.properties.scram" $user }}{{ end }}
{{- end }}
{{- with .tls }}
{{ include "kafka.properties.tls" . }}
{{- end }}
{{- if or .sasl .tls }}
{{ include "kafka.properties.secrets" . }}
{{- end }}
{{- end }}
