{{/* Takes (dict "root" $ "name" key "topic" values). */}}
{{- define "kafka.topic" -}}
{{- $name := include "common.names.kafkaTopic" (dict "root" .root "topic" .name) -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaTopic
metadata:
  name: {{ include "common.names.topic" $name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    strimzi.io/cluster: {{ .root.Values.global.kafka.cluster | quote }}
spec:
  topicName: {{ $name | quote }}
  partitions: {{ .topic.partitions | default 3 }}
  replicas: {{ .topic.replicas | default (include "common.kafka.replicas" .root.Values) }}
  config:
    {{- include "kafka.topic.config" .topic | nindent 4 }}
{{- end }}

{{/* Takes a topic's values. */}}
{{- define "kafka.topic.config" -}}
{{- $config := dict "retention.ms" (include "common.duration.milliseconds" (.retention | default "7d") | int64) -}}
{{ mergeOverwrite $config (.config | default dict) | toYaml }}
{{- end }}
