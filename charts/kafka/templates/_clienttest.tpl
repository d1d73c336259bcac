{{/*
`helm test` where an operator or nobody here runs Kafka: a user of its own,
brought as a job's is, connects and finds the declared topics.
*/}}

{{/* Whether it is wanted; empty where not. */}}
{{- define "kafka.clienttest.wanted" -}}
{{- if and (ne .Values.global.kafka.mode "statefulset") (include "common.test.wanted" .) -}}
true
{{- end -}}
{{- end }}

{{/* What the defines of a client take. */}}
{{- define "kafka.clienttest.client" -}}
{{- $_ := set .into "root" .root -}}
{{- $_ := set .into "job" "kafka-test" -}}
{{- $_ := set .into "values" dict -}}
{{- end }}

{{/* The declared topics by their names in Kafka, with blanks between. */}}
{{- define "kafka.clienttest.topics" -}}
{{- $names := list -}}
{{- range $name, $topic := .Values.topics -}}
{{- if dig "enabled" true $topic -}}
{{- $names = append $names (include "common.names.kafkaTopic" (dict "root" $ "topic" $name)) -}}
{{- end -}}
{{- end -}}
{{ join " " $names }}
{{- end }}

{{- define "kafka.clienttest" -}}
{{- $client := dict -}}
{{- include "kafka.clienttest.client" (dict "root" . "into" $client) -}}
apiVersion: v1
kind: Pod
metadata:
  {{- include "common.test.metadata" (dict "root" . "name" (printf "%s-kafka-test" .Values.global.pipeline.name)) | nindent 2 }}
spec:
  restartPolicy: Never
  # A secret that never comes would keep it waiting.
  activeDeadlineSeconds: 300
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- with include "common.pod.scheduling" (dict "root" .) | trim }}
  {{- . | nindent 2 }}
  {{- end }}
  securityContext:
    {{- include "common.security.pod" 1000 | nindent 4 }}
  containers:
    - name: test
      image: {{ include "kafka.statefulset.image" . | quote }}
      command: [sh, -c, {{ .Files.Get "files/client-test.sh" | toJson }}]
      env:
        {{- include "common.kafka.client.env" $client | nindent 8 }}
        - name: DECLARED_TOPICS
          value: {{ include "kafka.clienttest.topics" . | quote }}
        - name: KAFKA_HEAP_OPTS
          value: -Xmx256m
        - name: LOG_DIR
          value: /tmp/logs
      resources:
        requests: { cpu: 100m, memory: 512Mi }
        limits: { memory: 512Mi }
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
        readOnlyRootFilesystem: true
      volumeMounts:
        - { name: tmp, mountPath: /tmp }
        {{- include "common.kafka.client.mounts" $client | nindent 8 }}
  volumes:
    - name: tmp
      emptyDir: {}
    {{- include "common.kafka.client.volumes" $client | nindent 4 }}
{{- end }}

{{/* It may look at the declared topics, and nothing else. */}}
{{- define "kafka.clienttest.user" -}}
{{- include "common.kafkauser.object" (dict "root" .root "name" (include "common.names.client" .)) }}
  authentication:
    type: {{ .root.Values.global.kafka.authentication }}
  authorization:
    type: simple
    acls:
      {{- range splitList " " (include "kafka.clienttest.topics" .root) | compact }}
      - resource: { type: topic, name: {{ . | quote }}, patternType: literal }
        operations: [Describe]
      {{- else }} []
      {{- end }}
{{- end }}

{{/* What the pod needs, made before it and gone after it. Takes (dict "root" $ "define" name). */}}
{{- define "kafka.clienttest.before" -}}
{{- if include "kafka.clienttest.wanted" .root }}
{{- $client := dict -}}
{{- include "kafka.clienttest.client" (dict "root" .root "into" $client) }}
{{- $hook := dict "helm.sh/hook" "test" "helm.sh/hook-weight" "-1" "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded" }}
---
{{- $own := dig .object "override" dict (.root.Values.clientTest | default dict) }}
{{ include "common.override" (dict "object" (include .define $client) "override" (mergeOverwrite (dict "metadata" (dict "annotations" $hook)) (deepCopy $own))) }}
{{- end }}
{{- end }}
