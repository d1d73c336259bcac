{{/*
What a job's containers need to talk to Kafka: the same three defines for
Flink and Spark, all of (dict "root" $ "job" name "values" values).
The user's secret is at /etc/kafka/user, the cluster's CA at /etc/kafka/ca/ca.crt.
*/}}

{{/* Whether the connection is encrypted; empty where not. */}}
{{- define "common.kafka.client.tls" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- if dig "tls" "enabled" (ne $kafka.authentication "none") $kafka -}}
true
{{- end -}}
{{- end }}

{{- define "common.kafka.client.env" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $tls := include "common.kafka.client.tls" . -}}
{{- $scram := eq $kafka.authentication "scram-sha-512" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.bootstrapServers | quote }}
- name: KAFKA_GROUP_ID
  value: {{ include "common.names.client" . | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ ternary (ternary "SASL_SSL" "SASL_PLAINTEXT" (eq $tls "true")) (ternary "SSL" "PLAINTEXT" (eq $tls "true")) $scram }}
{{- if $scram }}
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
{{- end }}
{{- if .values.writes }}
- name: KAFKA_TRANSACTIONAL_ID_PREFIX
  value: {{ include "common.names.client" . | quote }}
{{- end }}
{{- with $kafka.topicPrefix }}
- name: KAFKA_TOPIC_PREFIX
  value: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "common.kafka.client.volumes" -}}
{{- with include "common.kafkauser.secret" . }}
- name: kafka-user
  secret:
    secretName: {{ . | quote }}
{{- end }}
{{- with include "common.kafka.client.ca" . }}
- name: kafka-ca
  secret:
    secretName: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "common.kafka.client.mounts" -}}
{{- if include "common.kafkauser.secret" . }}
- name: kafka-user
  mountPath: /etc/kafka/user
  readOnly: true
{{- end }}
{{- if include "common.kafka.client.ca" . }}
- name: kafka-ca
  mountPath: /etc/kafka/ca
  readOnly: true
{{- end }}
{{- end }}

{{/* Secret with the cluster's CA; empty where there is none to mount. */}}
{{- define "common.kafka.client.ca" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- if include "common.kafka.client.tls" . -}}
{{- with dig "tls" "caSecret" "" $kafka -}}
{{ . }}
{{- else -}}
{{- if and (eq $kafka.mode "strimzi") (eq (dig "credentials" "via" "same-namespace" $kafka) "same-namespace") -}}
{{ $kafka.cluster }}-cluster-ca-cert
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
