{{/* Takes (dict "root" $ "connect" name "name" name "values" values). */}}
{{- define "kafka.connector" -}}
{{- $connect := include "common.names.job" (dict "root" .root "job" .connect) -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnector
metadata:
  name: "{{ $connect }}-{{ .name }}"
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "component" "connect") | nindent 4 }}
    # Not the Kafka cluster: the Connect cluster that runs it.
    strimzi.io/cluster: {{ $connect | quote }}
spec:
  class: {{ .values.class | quote }}
  tasksMax: {{ .values.tasksMax | default 1 }}
  state: {{ .values.state | default "running" }}
  autoRestart:
    enabled: {{ dig "autoRestart" "enabled" true .values }}
    {{- with dig "autoRestart" "maxRestarts" "" .values }}
    maxRestarts: {{ . }}
    {{- end }}
  config:
    {{- include "kafka.connector.config" . | nindent 4 }}
{{- end }}

{{/* A sink reads what `reads` names, in a group that no other environment has. */}}
{{- define "kafka.connector.config" -}}
{{- $given := .values.config | default dict -}}
{{- $config := dict -}}
{{- with .values.reads -}}
{{- $topics := list -}}
{{- range . -}}
{{- $topics = append $topics (include "common.names.kafkaTopic" (dict "root" $.root "topic" .)) -}}
{{- end -}}
{{- if not (hasKey $given "topics.regex") -}}
{{- $_ := set $config "topics" (join "," $topics) -}}
{{- end -}}
{{- $_ := set $config "consumer.override.group.id" (printf "%s-%s" (include "common.names.client" (dict "root" $.root "job" $.connect)) $.name) -}}
{{- end -}}
{{ mergeOverwrite $config $given | toYaml }}
{{- end }}
