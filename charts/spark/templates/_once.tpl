{{- define "spark.once" -}}
apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata:
  {{- include "spark.jobmetadata" . | nindent 2 }}
spec:
  {{- include "spark.application" . | nindent 2 }}
{{- end }}

{{- define "spark.once.overridden" -}}
{{- if not .values.schedule -}}
{{ include "common.overridden" (dict "object" (include "spark.once" .) "override" .values.override) }}
{{- end -}}
{{- end }}
