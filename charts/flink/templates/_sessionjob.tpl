{{/* A job in a session: the operator fetches its jar and submits it there. */}}
{{- define "flink.sessionjob" -}}
apiVersion: flink.apache.org/v1beta1
kind: FlinkSessionJob
metadata:
  name: {{ include "common.names.job" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
  annotations:
    {{- include "common.annotations.job" . | nindent 4 }}
spec:
  deploymentName: {{ include "common.names.job" (dict "root" .root "job" .values.session) | quote }}
  flinkConfiguration:
    {{- include "flink.configuration.sessionjob" . | nindent 4 }}
  job:
    jarURI: {{ .values.jar | quote }}
    {{- include "flink.job" . | nindent 4 }}
{{- end }}
