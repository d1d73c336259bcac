{{/*
A job's own Kafka user, with the least that `reads`, `writes`, its group and
(Flink only) its transactions need.
Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "common.kafkauser" -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata:
  name: {{ include "common.names.client" . | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
    strimzi.io/cluster: {{ .root.Values.global.kafka.cluster | quote }}
spec:
  authentication:
    type: {{ .root.Values.global.kafka.authentication }}
  authorization:
    type: simple
    acls:
      {{- range .values.reads }}
      - resource: { type: topic, name: {{ . | quote }}, patternType: literal }
        operations: [Read, Describe]
      {{- end }}
      {{- range .values.writes }}
      - resource: { type: topic, name: {{ . | quote }}, patternType: literal }
        operations: [Write, Describe]
      {{- end }}
      - resource: { type: group, name: {{ include "common.names.client" . | quote }}, patternType: prefix }
        operations: [Read, Describe]
      {{- if and .values.writes (eq .root.Chart.Name "flink") }}
      - resource: { type: transactionalId, name: {{ include "common.names.client" . | quote }}, patternType: prefix }
        operations: [Write, Describe]
      {{- end }}
{{- end }}

{{/* Whether jobs get users of their own; empty where not. */}}
{{- define "common.kafkauser.wanted" -}}
{{- $kafka := .Values.global.kafka -}}
{{- if and (eq $kafka.mode "strimzi") (ne $kafka.authentication "none") (ne (dig "credentials" "via" "same-namespace" $kafka) "existing-secret") -}}
true
{{- end -}}
{{- end }}

{{/* Name of the secret with the job's Kafka credentials; empty where Kafka asks for none. */}}
{{- define "common.kafkauser.secret" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- if ne $kafka.authentication "none" -}}
{{- if eq (dig "credentials" "via" "same-namespace" $kafka) "existing-secret" -}}
{{ $kafka.credentials.secret }}
{{- else -}}
{{ include "common.names.client" . }}
{{- end -}}
{{- end -}}
{{- end }}
