{{/*
A job's own Kafka user, with the least that `reads`, `writes`, its group and
(Flink only) its transactions need.
Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "common.kafkauser" -}}
{{- $client := include "common.names.client" . -}}
{{- include "common.kafkauser.object" (dict "root" .root "job" .job "name" $client) }}
  authentication:
    type: {{ .root.Values.global.kafka.authentication }}
  authorization:
    type: simple
    acls:
      {{- include "common.kafkauser.topics" . | nindent 6 }}
      - resource: { type: group, name: {{ $client | quote }}, patternType: prefix }
        operations: [Read, Describe]
      {{- if and .values.writes (eq .root.Chart.Name "flink") }}
      - resource: { type: transactionalId, name: {{ $client | quote }}, patternType: prefix }
        operations: [Write, Describe]
      {{- end }}
  {{- with .values.kafkaQuotas }}
  quotas:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* All but the spec. Takes (dict "root" $ "job" name or empty "name" name). */}}
{{- define "common.kafkauser.object" -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: {{ .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
    strimzi.io/cluster: {{ .root.Values.global.kafka.cluster | quote }}
spec:
{{- end }}

{{/* Rules for what it `reads` and `writes`. */}}
{{- define "common.kafkauser.topics" -}}
{{- $root := .root -}}
{{- range .values.reads }}
- resource: { type: topic, name: {{ include "common.names.kafkaTopic" (dict "root" $root "topic" .) | quote }}, patternType: literal }
  operations: [Read, Describe]
{{- end }}
{{- range .values.writes }}
- resource: { type: topic, name: {{ include "common.names.kafkaTopic" (dict "root" $root "topic" .) | quote }}, patternType: literal }
  operations: [Write, Describe]
{{- end }}
{{- end }}

{{/* Whether jobs get users of their own; empty where not. */}}
{{- define "common.kafkauser.wanted" -}}
{{- $kafka := .Values.global.kafka -}}
{{- if and (eq $kafka.mode "strimzi") (ne $kafka.authentication "none") (ne (include "common.kafka.client.via" .) "existing-secret") -}}
true
{{- end -}}
{{- end }}
