{{/*
A hook makes the topics and users of mode statefulset after each install and
upgrade: there is no operator that would.
*/}}
{{- define "kafka.job.wanted" -}}
{{- if and (eq .Values.global.kafka.mode "statefulset") (or (include "kafka.job.topics" .) (include "kafka.job.users" .)) -}}
true
{{- end -}}
{{- end }}

{{- define "kafka.job.namespace" -}}
{{ ternary (include "common.names.kafkaNamespace" .) .Release.Namespace .Values.cluster.create }}
{{- end }}

{{/* One line a topic, parted by tabs: name, partitions, copies, settings. */}}
{{- define "kafka.job.topics" -}}
{{- $root := . -}}
{{- range $name, $topic := .Values.topics -}}
{{- if and (dig "enabled" true $topic) (not $topic.external) -}}
{{- $line := list (include "common.names.kafkaTopic" (dict "root" $root "topic" $name)) ($topic.partitions | default 3 | int | toString) -}}
{{- $line = append $line ($topic.replicas | default (include "common.kafka.replicas" $root.Values) | int | toString) -}}
{{- range $key, $value := include "kafka.topic.config" $topic | fromYaml -}}
{{- $line = append $line (printf "%s=%s" $key (include "kafka.properties.value" $value)) -}}
{{- end }}
{{ join "\t" $line }}
{{- end -}}
{{- end -}}
{{- end }}

{{/* One line a user: name, topics to read, topics to write. */}}
{{- define "kafka.job.users" -}}
{{- $root := . -}}
{{- range $name, $user := .Values.cluster.statefulset.users -}}
{{- if dig "enabled" true $user -}}
{{- $line := list $name -}}
{{- range $side := list "reads" "writes" -}}
{{- $topics := list -}}
{{- range dig $side list $user -}}
{{- $topics = append $topics (include "common.names.kafkaTopic" (dict "root" $root "topic" .)) -}}
{{- end -}}
{{- $line = append $line (join "," $topics | default "-") -}}
{{- end }}
{{ join "\t" $line }}
{{- end -}}
{{- end -}}
{{- end }}

{{- define "kafka.job.metadata" -}}
name: {{ .Values.global.pipeline.name }}-topics
namespace: {{ include "kafka.job.namespace" . | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .) | nindent 2 }}
{{- end }}

{{- define "kafka.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "kafka.job.metadata" . | nindent 2 }}
  annotations:
    helm.sh/hook: post-install,post-upgrade
    helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
spec:
  backoffLimit: 2
  activeDeadlineSeconds: 600
  podFailurePolicy:
    rules:
      # What it refuses it would refuse again.
      - action: FailJob
        onExitCodes: { containerName: topics, operator: In, values: [64] }
  template:
    metadata:
      labels:
        {{- include "common.labels.stable" (dict "root" .) | nindent 8 }}
        headworks.dev/kafka-admin: {{ .Values.global.kafka.cluster | default .Values.global.pipeline.name | quote }}
    spec:
      restartPolicy: Never
      {{- include "kafka.job.pod" (dict "root" . "name" "topics" "script" "sh /etc/kafka/declared/topics.sh && sh /etc/kafka/declared/users.sh" "bootstrap" (include "kafka.job.bootstrap" .)) | nindent 6 }}
{{- end }}

{{- define "kafka.job.bootstrap" -}}
{{- if include "kafka.server.wanted" . -}}
{{ .Values.global.kafka.cluster }}-bootstrap.{{ include "common.names.kafkaNamespace" . }}.svc:9091
{{- else -}}
{{ .Values.global.kafka.bootstrapServers }}
{{- end -}}
{{- end }}

{{/* A pod's spec that runs a script with Kafka's own tools. Takes (dict "root" $ "name" name "script" command "bootstrap" address). */}}
{{- define "kafka.job.pod" -}}
{{- $root := .root -}}
{{- $own := .root.Values.cluster.statefulset -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with include "common.pod.scheduling" (dict "root" .root) | trim }}
{{ . }}
{{- end }}
securityContext:
  {{- include "common.security.pod" 1000 | nindent 2 }}
containers:
  - name: {{ .name }}
    image: {{ include "kafka.statefulset.image" .root | quote }}
    command: [sh, -c, {{ .script | quote }}]
    env:
      - name: BOOTSTRAP_SERVERS
        value: {{ .bootstrap | quote }}
      - name: KAFKA_HEAP_OPTS
        value: -Xmx256m
      - name: LOG_DIR
        value: /tmp/logs
    resources:
      requests: { cpu: 100m, memory: 512Mi }
      limits: { memory: 512Mi }
    securityContext:
      {{- include "common.security.container" . | nindent 6 }}
      readOnlyRootFilesystem: true
    volumeMounts:
      - { name: declared, mountPath: /etc/kafka/declared, readOnly: true }
      {{- include "kafka.statefulset.mounts" .root | nindent 6 }}
      {{- with include "kafka.client.ca" .root }}
      - { name: ca, mountPath: /etc/kafka/ca, readOnly: true }
      {{- end }}
      {{- range $name, $user := $own.users }}
      {{- if and (dig "enabled" true $user) $user.secret }}
      - { name: {{ printf "user-%s" ($name | sha256sum | trunc 8) }}, mountPath: {{ printf "/etc/kafka/users/%s" $name | quote }}, readOnly: true }
      {{- end }}
      {{- end }}
volumes:
  - name: declared
    configMap:
      name: {{ .root.Values.global.pipeline.name }}-topics
  {{- include "kafka.statefulset.scratch" . | nindent 2 }}
  {{- include "kafka.statefulset.secrets" .root | nindent 2 }}
  {{- with include "kafka.client.ca" .root }}
  - name: ca
    secret:
      secretName: {{ . | quote }}
      items: [{ key: ca.crt, path: ca.crt }]
  {{- end }}
  {{- range $name, $user := $own.users }}
  {{- if and (dig "enabled" true $user) $user.secret }}
  - name: {{ printf "user-%s" ($name | sha256sum | trunc 8) }}
    secret:
      secretName: {{ $user.secret | quote }}
  {{- end }}
  {{- end }}
{{- end }}
