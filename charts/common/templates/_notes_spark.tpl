{{/* What NOTES.txt says of Spark: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.spark.next" -}}
{{- if (.Values.spark).enabled }}
See the Spark jobs work:
  kubectl --namespace {{ .Release.Namespace }} get sparkapplications.sparkoperator.k8s.io,scheduledsparkapplications.sparkoperator.k8s.io --selector headworks.dev/pipeline={{ .Values.global.pipeline.name }}
{{- end }}
{{- end }}

{{- define "common.notes.spark.left" -}}
{{- end }}

{{- define "common.notes.spark.beware" -}}
{{- end }}
