{{/* The part of the pods that the operator merges into its own. */}}
{{- define "flink.pod" -}}
metadata:
  {{- include "flink.pod.metadata" . | nindent 2 }}
spec:
  {{- include "flink.pod.spec" . | nindent 2 }}
  containers:
    - name: flink-main-container
      {{- if include "common.monitoring.wanted" .root }}
      ports:
        - name: metrics
          containerPort: 9249
      {{- end }}
      {{- include "flink.pod.container" . | nindent 6 }}
      {{- with include "flink.pod.mounts" . | fromYamlArray }}
      volumeMounts:
        {{- toYaml . | nindent 8 }}
      {{- end }}
  {{- with include "flink.pod.volumes" . | fromYamlArray }}
  volumes:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Parts of it that pods without an operator have as well. */}}
{{- define "flink.pod.labels" -}}
{{- include "common.labels.stable" (dict "root" .root "job" .job) }}
{{- with include "common.identity.labels" .root }}
{{ . }}
{{- end }}
{{- with dig "pod" "labels" dict .values }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "flink.pod.metadata" -}}
labels:
  {{- include "flink.pod.labels" . | nindent 2 }}
{{- with dig "pod" "annotations" dict .values }}
annotations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "flink.pod.spec" -}}
securityContext:
  {{- include "common.security.pod" 9999 | nindent 2 }}
{{- with include "common.pod.scheduling" (dict "root" .root "pod" .values.pod) }}
{{- . }}
{{- end }}
{{- end }}

{{- define "flink.pod.container" -}}
securityContext:
  {{- include "common.security.container" . | nindent 2 }}
  {{- if .values.readOnlyRootFilesystem }}
  readOnlyRootFilesystem: true
  {{- end }}
env:
  {{- if eq .root.Values.mode "standalone" }}
  {{- include "flink.standalone.env" . | nindent 2 }}
  {{- end }}
  {{- include "flink.pod.env" . | nindent 2 }}
{{- with include "common.storage.envfrom" .root }}
envFrom:
  {{- . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "flink.pod.env" -}}
{{- include "common.kafka.client.env" . }}
{{- include "flink.pod.env.delivery" . }}
{{- include "common.storage.env" .root }}
{{- include "flink.filesystem.env" . }}
{{- include "common.pod.env" .values.env }}
{{- end }}

{{- define "flink.pod.mounts" -}}
{{- include "common.kafka.client.mounts" . }}
{{- include "common.storage.mounts" .root }}
{{- include "flink.sql.mounts" . }}
{{- include "common.pod.mounts" .values.volumes }}
{{- end }}

{{- define "flink.pod.volumes" -}}
{{- include "common.kafka.client.volumes" . }}
{{- include "common.storage.volumes" .root }}
{{- include "flink.sql.volumes" . }}
{{- include "common.pod.volumes" .values.volumes }}
{{- end }}

{{/* What an exactly-once sink has to be told: the job's code builds the sink. */}}
{{- define "flink.pod.env.delivery" -}}
{{- if .values.delivery }}
- name: KAFKA_DELIVERY_GUARANTEE
  value: {{ .values.delivery }}
{{- if eq .values.delivery "exactly-once" }}
- name: KAFKA_TRANSACTION_TIMEOUT_MS
  value: {{ include "common.duration.milliseconds" (include "common.flink.transactionTimeout" (dict "root" .root "values" .values)) | quote }}
- name: KAFKA_ISOLATION_LEVEL
  value: read_committed
{{- end }}
{{- end }}
{{- end }}
