{{/* A run of a job without a schedule, with its ConfigMap: both have the name that the hash of both gives. */}}
{{- define "spark.run" -}}
{{- if not .values.schedule -}}
{{- $context := dict "root" .root "job" .job "values" .values "files" (include "spark.runner.files" .) -}}
{{- $_ := set $context "name" (include "spark.runner.once" $context) -}}
{{ include "common.overridden" (dict "object" (include "spark.runner.configmap" $context) "override" (dig "runner" "configMap" "override" dict .values)) }}
---
{{ include "common.overridden" (dict "object" (include "spark.job" $context) "override" .values.override) }}
{{- end -}}
{{- end }}

{{- define "spark.job" -}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "spark.jobmetadata" . | nindent 2 }}
spec:
  {{- if .values.suspend }}
  suspend: true
  {{- end }}
  {{- include "spark.runner.jobspec" . | nindent 2 }}
{{- end }}
