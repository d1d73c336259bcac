{{/* Takes (dict "root" $ "name" key "topic" values). */}}
{{- define "kafka.confluent.topic" -}}
{{- $name := include "common.names.kafkaTopic" (dict "root" .root "topic" .name) -}}
apiVersion: platform.confluent.io/v1beta1
kind: KafkaTopic
metadata:
  {{- include "kafka.confluent.metadata" (dict "root" .root "name" (include "common.names.topic" $name)) | nindent 2 }}
spec:
  name: {{ $name | quote }}
  partitionCount: {{ .topic.partitions | default 3 | int }}
  replicas: {{ .topic.replicas | default (include "common.kafka.replicas" .root.Values) | int }}
  {{- include "common.confluent.reference" .root | nindent 2 }}
  configs:
    {{- include "kafka.confluent.texts" (include "kafka.topic.config" .topic | fromYaml) | indent 4 }}
{{- end }}
