{{/* The schedule of a job, where no operator has one. */}}
{{- define "spark.cronjob" -}}
apiVersion: batch/v1
kind: CronJob
metadata:
  {{- include "spark.jobmetadata" . | nindent 2 }}
spec:
  schedule: {{ .values.schedule | quote }}
  timeZone: {{ .values.timeZone | default "UTC" | quote }}
  concurrencyPolicy: {{ .values.concurrency | default "Forbid" }}
  successfulJobsHistoryLimit: {{ dig "history" "succeeded" 3 .values }}
  failedJobsHistoryLimit: {{ dig "history" "failed" 3 .values }}
  {{- if .values.suspend }}
  suspend: true
  {{- end }}
  jobTemplate:
    metadata:
      labels:
        {{- include "common.labels.stable" (dict "root" .root "job" .job "component" "runner") | nindent 8 }}
    spec:
      {{- include "spark.runner.jobspec" (dict "root" .root "job" .job "values" .values "name" (include "common.names.job" .)) | nindent 6 }}
{{- end }}

{{- define "spark.cronjob.overridden" -}}
{{- if and .values.schedule (include "spark.runner.wanted" .) -}}
{{ include "common.overridden" (dict "object" (include "spark.cronjob" .) "override" (ternary .values.override (dig "runner" "cronJob" "override" dict .values) (eq .root.Values.mode "submit"))) }}
{{- end -}}
{{- end }}
