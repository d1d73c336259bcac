{{/*
What a job's containers need to talk to Kafka: the same defines for Flink,
Spark and tests, all of (dict "root" $ "job" name "values" values).
However the credentials come, they are at one place: the user's files in
/etc/kafka/user, the cluster's CA at /etc/kafka/ca/ca.crt.
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
{{- $tls := eq (include "common.kafka.client.tls" .) "true" -}}
{{- $scram := eq $kafka.authentication "scram-sha-512" -}}
- name: KAFKA_BOOTSTRAP_SERVERS
  value: {{ $kafka.bootstrapServers | quote }}
- name: KAFKA_GROUP_ID
  value: {{ include "common.names.client" . | quote }}
- name: KAFKA_SECURITY_PROTOCOL
  value: {{ ternary (ternary "SASL_SSL" "SASL_PLAINTEXT" $tls) (ternary "SSL" "PLAINTEXT" $tls) $scram }}
{{- if $scram }}
- name: KAFKA_SASL_MECHANISM
  value: SCRAM-SHA-512
- name: KAFKA_SASL_JAAS_CONFIG_FILE
  value: /etc/kafka/user/sasl.jaas.config
{{- end }}
{{- if eq $kafka.authentication "tls" }}
- name: KAFKA_USER_CERTIFICATE_FILE
  value: /etc/kafka/user/user.crt
- name: KAFKA_USER_KEY_FILE
  value: /etc/kafka/user/user.key
{{- end }}
{{- if include "common.kafka.client.ca" . }}
- name: KAFKA_CA_FILE
  value: /etc/kafka/ca/ca.crt
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
{{- with include "common.kafka.client.secret" . }}
- name: kafka-user
  secret:
    secretName: {{ . | quote }}
    {{- if eq (include "common.kafka.client.via" $.root) "kafka-access" }}
    # The Access Operator has names of its own for them.
    items:
      {{- if eq $.root.Values.global.kafka.authentication "tls" }}
      - { key: ssl.keystore.crt, path: user.crt }
      - { key: ssl.keystore.key, path: user.key }
      {{- else }}
      - { key: password, path: password }
      - { key: sasl.jaas.config, path: sasl.jaas.config }
      {{- end }}
    {{- end }}
{{- end }}
{{- with include "common.kafka.client.ca" . }}
{{- $ca := splitList " " . }}
- name: kafka-ca
  secret:
    secretName: {{ first $ca | quote }}
    items:
      - { key: {{ last $ca }}, path: ca.crt }
{{- end }}
{{- end }}

{{- define "common.kafka.client.mounts" -}}
{{- if include "common.kafka.client.secret" . }}
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
