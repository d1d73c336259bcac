{{/* A run of a job without a schedule. */}}
{{- define "spark.job" -}}
{{- $name := include "spark.runner.once" . -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" $name) | nindent 2 }}
spec:
  {{- if .values.suspend }}
  suspend: true
  {{- end }}
  {{- include "spark.runner.jobspec" (dict "root" .root "job" .job "values" .values "name" $name) | nindent 2 }}
{{- end }}

{{- define "spark.job.overridden" -}}
{{- if not .values.schedule -}}
{{ include "spark.overridden" (dict "object" (include "spark.job" .) "override" .values.override) }}
{{- end -}}
{{- end }}
