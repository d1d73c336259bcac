{{/* The part of the pods that the operator merges into its own. */}}
{{- define "flink.pod" -}}
{{- $volumes := .values.volumes | default dict -}}
metadata:
  labels:
    {{- include "common.labels.stable" (dict "root" .root "job" .job) | nindent 4 }}
    {{- with include "common.identity.labels" .root }}
    {{- . | nindent 4 }}
    {{- end }}
    {{- with dig "pod" "labels" dict .values }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with dig "pod" "annotations" dict .values }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  securityContext:
    {{- include "common.security.pod" 9999 | nindent 4 }}
  {{- with include "common.pod.scheduling" (dict "root" .root "pod" .values.pod) }}
  {{- . | nindent 2 }}
  {{- end }}
  containers:
    - name: flink-main-container
      {{- if include "common.monitoring.wanted" .root }}
      ports:
        - name: metrics
          containerPort: 9249
      {{- end }}
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
      env:
        {{- include "common.kafka.client.env" . | nindent 8 }}
        {{- include "common.pod.env" .values.env | nindent 8 }}
      {{- with .root.Values.global.storage.credentials.secret }}
      envFrom:
        - secretRef:
            name: {{ . | quote }}
      {{- end }}
      {{- with printf "%s%s" (include "common.kafka.client.mounts" .) (include "common.pod.mounts" $volumes) | fromYamlArray }}
      volumeMounts:
        {{- toYaml . | nindent 8 }}
      {{- end }}
  {{- with printf "%s%s" (include "common.kafka.client.volumes" .) (include "common.pod.volumes" $volumes) | fromYamlArray }}
  volumes:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
