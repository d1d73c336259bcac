{{- define "spark.scheduled" -}}
apiVersion: sparkoperator.k8s.io/v1beta2
kind: ScheduledSparkApplication
metadata:
  {{- include "spark.metadata" . | nindent 2 }}
spec:
  schedule: {{ .values.schedule | quote }}
  timeZone: {{ .values.timeZone | default "UTC" | quote }}
  concurrencyPolicy: Forbid
  successfulRunHistoryLimit: 3
  failedRunHistoryLimit: 3
  template:
    {{- include "spark.application" . | nindent 4 }}
{{- end }}

{{- define "spark.scheduled.overridden" -}}
{{- if .values.schedule -}}
{{ include "common.override" (dict "object" (include "spark.scheduled" .) "override" .values.override) }}
{{- end -}}
{{- end }}
