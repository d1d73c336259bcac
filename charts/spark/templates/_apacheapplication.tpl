{{/* Apache's operator does not look at a changed spec: another spec is another object, and its name tells so. */}}
{{- define "spark.apache.once" -}}
{{- if not .values.schedule -}}
{{- $spec := include "spark.apache.spec" . -}}
{{- $name := printf "%s-%s" (include "common.names.job" .) (printf "%s%s" $spec (toJson .values.override) | sha256sum | trunc 8) -}}
{{ include "common.overridden" (dict "object" (include "spark.apache.application" (dict "root" .root "job" .job "values" .values "name" $name "spec" $spec)) "override" .values.override) }}
{{- end -}}
{{- end }}

{{- define "spark.apache.application" -}}
apiVersion: spark.apache.org/v1
kind: SparkApplication
metadata:
  {{- include "spark.jobmetadata" . | nindent 2 }}
spec:
  {{- .spec | nindent 2 }}
{{- end }}
