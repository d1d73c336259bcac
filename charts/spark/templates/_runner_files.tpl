{{/* What the runner of a job needs: its script, and what it starts. */}}
{{- define "spark.runner.configmap" -}}
{{- $name := include "common.names.job" . -}}
{{- if not .values.schedule -}}
{{- $name = include "spark.runner.once" . -}}
{{- end -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" $name) | nindent 2 }}
data:
  {{- include "spark.runner.files" . | nindent 2 }}
{{- end }}
