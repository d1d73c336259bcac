{{/* What the objects of a cluster's identity share. */}}
{{- define "flink.rbac.metadata" -}}
name: {{ include "common.names.job" . | quote }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 2 }}
{{- end }}

{{/* Whether it makes its own pods; empty where not. */}}
{{- define "flink.native" -}}
{{- if and (eq .root.Values.mode "operator") (not (include "flink.reactive" .)) -}}
true
{{- end -}}
{{- end }}
