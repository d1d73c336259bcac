{{- define "spark.scheduled" -}}
apiVersion: sparkoperator.k8s.io/v1beta2
kind: ScheduledSparkApplication
metadata:
  {{- include "spark.jobmetadata" . | nindent 2 }}
spec:
  schedule: {{ .values.schedule | quote }}
  timeZone: {{ .values.timeZone | default "UTC" | quote }}
  concurrencyPolicy: {{ .values.concurrency | default "Forbid" }}
  successfulRunHistoryLimit: {{ dig "history" "succeeded" 3 .values }}
  failedRunHistoryLimit: {{ dig "history" "failed" 3 .values }}
  {{- if .values.suspend }}
  suspend: true
  {{- end }}
  template:
    {{- include "spark.application" (dict "root" .root "job" .job "values" (omit .values "suspend")) | nindent 4 }}
{{- end }}

{{- define "spark.scheduled.overridden" -}}
{{- if .values.schedule -}}
{{ include "common.overridden" (dict "object" (include "spark.scheduled" .) "override" .values.override) }}
{{- end -}}
{{- end }}
