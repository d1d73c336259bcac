{{/* Takes (dict "metadata" <YAML> "select" <labels> "rule" <YAML>). */}}
{{- define "spark.poddisruptionbudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- .metadata | nindent 2 }}
spec:
  {{ .rule }}
  selector:
    matchLabels:
      {{- toYaml .select | nindent 6 }}
{{- end }}

{{/* A driver has no controller that could be scaled, so only minAvailable is possible. */}}
{{- define "spark.poddisruptionbudget.job" -}}
{{- $select := dict "headworks.dev/pipeline" .root.Values.global.pipeline.name "headworks.dev/job" .job "spark-role" (ternary "connect-server" "driver" .connect) -}}
{{ include "spark.poddisruptionbudget" (dict "metadata" (include "spark.metadata" .) "select" $select "rule" "minAvailable: 1") }}
{{- end }}
