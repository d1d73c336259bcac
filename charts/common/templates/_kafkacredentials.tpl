{{/*
How a job's Kafka credentials reach its namespace (global.kafka.credentials.via).
All take (dict "root" $ "job" name "values" values), but for the first.
*/}}

{{- define "common.kafka.client.via" -}}
{{ dig "credentials" "via" "same-namespace" .Values.global.kafka }}
{{- end }}

{{/* Name of the secret with the job's user; empty where Kafka asks for none. */}}
{{- define "common.kafka.client.secret" -}}
{{- if ne .root.Values.global.kafka.authentication "none" -}}
{{- $via := include "common.kafka.client.via" .root -}}
{{- if eq $via "existing-secret" -}}
{{ .root.Values.global.kafka.credentials.secret }}
{{- else if eq $via "same-namespace" -}}
{{ include "common.names.client" . }}
{{- else -}}
{{ include "common.kafka.client.delivered" . }}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Name of what another operator writes into the job's namespace; not that of Strimzi's own secret. */}}
{{- define "common.kafka.client.delivered" -}}
{{ include "common.names.client" . }}-kafka
{{- end }}

{{/*
Secret and key of the cluster's CA as `<secret> <key>`; empty where there is
none to mount: the public CAs count then.
*/}}
{{- define "common.kafka.client.ca" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $via := include "common.kafka.client.via" .root -}}
{{- if include "common.kafka.client.tls" . -}}
{{- with dig "tls" "caSecret" "" $kafka -}}
{{ . }} ca.crt
{{- else -}}
{{- if eq $via "kafka-access" -}}
{{ include "common.kafka.client.delivered" $ }} ssl.truststore.crt
{{- else if eq $via "external-secret" -}}
{{- if include "common.kafka.client.store.ca" .root -}}
{{ include "common.kafka.client.delivered" . }} cluster-ca.crt
{{- end -}}
{{- else if and (eq $via "same-namespace") (eq $kafka.mode "strimzi") -}}
{{ $kafka.cluster }}-cluster-ca-cert ca.crt
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* Where the store of an ExternalSecret has the cluster's CA; empty where nowhere. */}}
{{- define "common.kafka.client.store.ca" -}}
{{- $kafka := .Values.global.kafka -}}
{{- $strimzi := eq $kafka.mode "strimzi" | ternary (printf "%s-cluster-ca-cert" ($kafka.cluster | default "")) "" -}}
{{ dig "credentials" "store" "caKey" $strimzi $kafka }}
{{- end }}

{{/* Whether a KafkaAccess or an ExternalSecret is wanted. Takes (dict "root" $ "via" name). */}}
{{- define "common.kafka.client.delivery" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- if eq (include "common.kafka.client.via" .root) .via -}}
{{- if or (ne $kafka.authentication "none") (and (include "common.kafka.client.tls" .) (not (dig "tls" "caSecret" "" $kafka))) -}}
true
{{- end -}}
{{- end -}}
{{- end }}
