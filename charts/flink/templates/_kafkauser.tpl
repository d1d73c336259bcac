{{/* The least that `reads`, `writes`, the group and transactions need. */}}
{{- define "flink.kafkauser" -}}
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
      {{- if .values.writes }}
      - resource: { type: transactionalId, name: {{ include "common.names.client" . | quote }}, patternType: prefix }
        operations: [Write, Describe]
      {{- end }}
{{- end }}
