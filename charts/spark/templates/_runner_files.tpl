{{/* What the runner of a job needs: its script, and what it starts. Takes the context and, of a run without schedule, "name" and "files". */}}
{{- define "spark.runner.configmap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "spark.metadata" . | nindent 2 }}
data:
  {{- .files | default (include "spark.runner.files" .) | nindent 2 }}
{{- end }}
