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
{{- define "flink.pod.metadata" -}}
labels:
  {{- include "common.labels.stable" (dict "root" .root "job" .job) | nindent 2 }}
  {{- with include "common.identity.labels" .root }}
  {{- . | nindent 2 }}
  {{- end }}
  {{- with dig "pod" "labels" dict .values }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
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
env:
  {{- include "flink.pod.env" . | nindent 2 }}
{{- with .root.Values.global.storage.credentials.secret }}
envFrom:
  - secretRef:
      name: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "flink.pod.env" -}}
{{- include "common.kafka.client.env" . }}
{{- include "common.pod.env" .values.env }}
{{- end }}

{{- define "flink.pod.mounts" -}}
{{- include "common.kafka.client.mounts" . }}
{{- include "common.pod.mounts" .values.volumes }}
{{- end }}

{{- define "flink.pod.volumes" -}}
{{- include "common.kafka.client.volumes" . }}
{{- include "common.pod.volumes" .values.volumes }}
{{- end }}
