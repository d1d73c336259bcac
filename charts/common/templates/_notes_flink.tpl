{{/* What NOTES.txt says of Flink: the next command, what is left behind, what cannot be undone. */}}
{{- define "common.notes.flink.next" -}}
{{- if (.Values.flink).enabled }}
See the Flink jobs work:
{{- if eq .Values.flink.mode "operator" }}
  kubectl --namespace {{ .Release.Namespace }} get flinkdeployments.flink.apache.org{{ if .Values.flink.sessions }},flinksessionjobs.flink.apache.org{{ end }} --selector headworks.dev/pipeline={{ .Values.global.pipeline.name }}
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
{{- range $name, $job := .Values.flink.jobs }}
{{- if and (dig "enabled" true $job) $job.sql $job.rollback }}
  - SQL scripts that a rollback of {{ $name }} may need: kubectl --namespace {{ $.Release.Namespace }} delete configmaps --selector headworks.dev/pipeline={{ $.Values.global.pipeline.name }},headworks.dev/job={{ $name }}
{{- end }}
{{- end }}
{{- else }}
{{- include "common.notes.flinkstandalone.left" . }}
{{- end }}
{{- end }}
{{- end }}

{{- define "common.notes.flink.beware" -}}
{{- if (.Values.flink).enabled }}
{{- if eq .Values.flink.mode "operator" }}
Suspend the Flink jobs before you uninstall if you want a last savepoint of each.
{{- range $name, $session := .Values.flink.sessions }}
{{- if dig "enabled" true $session }}
The session {{ $name }} takes jobs at http://{{ $.Values.global.pipeline.name }}-{{ $name }}-submit.{{ $.Release.Namespace }}:8081 from whom its submitters name; its jobs go with it.
{{- end }}
{{- end }}
{{- else }}
{{- include "common.notes.flinkstandalone.beware" . }}
{{- end }}
{{- end }}
{{- end }}
