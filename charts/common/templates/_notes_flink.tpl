{{/* What NOTES.txt says of Flink: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.flink.next" -}}
{{- if (.Values.flink).enabled }}
See the Flink jobs work:
{{- if eq .Values.flink.mode "operator" }}
  kubectl --namespace {{ .Release.Namespace }} get flinkdeployments.flink.apache.org --selector headworks.dev/pipeline={{ .Values.global.pipeline.name }}
{{- else }}
  kubectl --namespace {{ .Release.Namespace }} get statefulsets,pods --selector headworks.dev/pipeline={{ .Values.global.pipeline.name }},app.kubernetes.io/component=flink
{{- include "common.notes.flinkstandalone.next" . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "common.notes.flink.left" -}}
{{- if (.Values.flink).enabled }}
{{- if eq .Values.flink.mode "operator" }}
  - FlinkStateSnapshot objects (savepoints that people took), in namespace {{ .Release.Namespace }}
{{- else }}
{{- include "common.notes.flinkstandalone.left" . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "common.notes.flink.beware" -}}
{{- if (.Values.flink).enabled }}
{{- if eq .Values.flink.mode "operator" }}
Suspend the Flink jobs before you uninstall if you want a last savepoint of each.
{{- else }}
{{- include "common.notes.flinkstandalone.beware" . }}
{{- end }}
{{- end }}
{{- end }}
