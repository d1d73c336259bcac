{{/* What NOTES.txt says of Flink: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.flink.next" -}}
{{- if (.Values.flink).enabled }}
See the Flink jobs work:
  kubectl --namespace {{ .Release.Namespace }} get flinkdeployments.flink.apache.org --selector headworks.dev/pipeline={{ .Values.global.pipeline.name }}
{{- end }}
{{- end }}

{{- define "common.notes.flink.left" -}}
{{- if (.Values.flink).enabled }}
  - FlinkStateSnapshot objects (savepoints that people took), in namespace {{ .Release.Namespace }}
{{- end }}
{{- end }}

{{- define "common.notes.flink.beware" -}}
{{- if (.Values.flink).enabled }}
Suspend the Flink jobs before you uninstall if you want a last savepoint of each.
{{- end }}
{{- end }}
