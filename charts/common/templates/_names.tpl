{{/*
Names depend on nothing that changes: not on the release, not on the chart.
*/}}

{{/* `<pipeline>-<job>`, the name of everything a job owns. Takes (dict "root" $ "job" name). */}}
{{- define "common.names.job" -}}
{{ .root.Values.global.pipeline.name }}-{{ .job }}
{{- end }}

{{/* `<pipeline>-<environment>-<job>`: Kafka user, consumer group, transactional prefix. */}}
{{- define "common.names.client" -}}
{{ .root.Values.global.pipeline.name }}-{{ .root.Values.global.environment }}-{{ .job }}
{{- end }}

{{/*
An object's name for a topic. Kafka allows what Kubernetes does not; where
that changed anything, a hash of the real name keeps two topics apart.
Takes the topic's name.
*/}}
{{- define "common.names.topic" -}}
{{- $safe := regexReplaceAll "[^a-z0-9.-]+" (lower .) "-" | trimAll "-." -}}
{{- if and (eq $safe .) (le (len $safe) 200) -}}
{{ $safe }}
{{- else -}}
{{ trunc 200 $safe | trimSuffix "-" | trimSuffix "." }}-{{ sha256sum . | trunc 8 }}
{{- end -}}
{{- end }}

{{/* A topic's name in Kafka. Takes (dict "root" $ "topic" name). */}}
{{- define "common.names.kafkaTopic" -}}
{{ .root.Values.global.kafka.topicPrefix | default "" }}{{ .topic }}
{{- end }}

{{/* Where the Kafka cluster's own objects live. */}}
{{- define "common.names.kafkaNamespace" -}}
{{ .Values.global.kafka.namespace | default .Release.Namespace }}
{{- end }}
