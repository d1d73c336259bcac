{{- define "kafka.topic" -}}
{{- $retention := .topic.retention | default "7d" -}}
{{- $config := dict "retention.ms" (include "common.duration.milliseconds" $retention | int64) -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {{ include "common.names.topic" .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    strimzi.io/cluster: {{ .root.Values.global.kafka.cluster | quote }}
spec:
  topicName: {{ .name | quote }}
  partitions: {{ .topic.partitions | default 3 }}
  replicas: {{ .topic.replicas | default (include "common.kafka.replicas" .root.Values) }}
  config:
    {{- mergeOverwrite $config (.topic.config | default dict) | toYaml | nindent 4 }}
{{- end }}
