{{/* What is fine on a laptop and not in production. */}}
{{- define "common.validate.global" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- if ne (include "common.profile" .root) "dev" -}}
{{- if not (dig "tls" "enabled" (ne $kafka.authentication "none") $kafka) -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "global.kafka.authentication: %s without TLS sends everything in the clear, and profile %s does not allow it; use an encrypted listener (authentication: scram-sha-512 or tls, or tls.enabled: true)" $kafka.authentication (include "common.profile" .root))) -}}
{{- end -}}
{{- if hasPrefix "file://" .root.Values.global.storage.uri -}}
{{- include "common.validate.add" (dict "found" .found "problem" (printf "global.storage.uri: file:// is gone with the pod, and profile %s does not allow it; use s3://, gs://, abfss:// or hdfs://" (include "common.profile" .root))) -}}
{{- end -}}
{{- end -}}
{{- end }}
