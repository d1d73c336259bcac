{{/*
What an operator's own chart is told, as YAML: what we know, the PodMonitor,
the namespaces, and last what the user says.
*/}}
{{- define "platform.values" -}}
{{- $values := .is.values | default dict -}}
{{- $monitoring := .root.Values.monitoring -}}
{{- with and $monitoring.enabled .is.monitored -}}
{{- $values = mustMergeOverwrite $values .values -}}
{{- with .labels -}}
{{- $values = mustMergeOverwrite $values (include "platform.nested" (dict "at" . "value" $monitoring.labels) | fromYaml) -}}
{{- end -}}
{{- end -}}
{{- with .is.watch -}}
{{- $namespaces := $.wanted.watchNamespaces | default $.root.Values.watchNamespaces -}}
{{- if $namespaces -}}
{{- $values = mustMergeOverwrite $values (include "platform.nested" (dict "at" .namespaces "value" $namespaces) | fromYaml) -}}
{{- else -}}
{{- $values = mustMergeOverwrite $values (.all | default dict) -}}
{{- end -}}
{{- end -}}
{{ include "common.override" (dict "object" (toYaml $values) "override" .wanted.values) }}
{{- end }}

{{/* `a.b` and a value as {a: {b: value}}, as YAML. */}}
{{- define "platform.nested" -}}
{{- $tree := .value -}}
{{- range splitList "." .at | reverse -}}
{{- $tree = dict . $tree -}}
{{- end -}}
{{ toYaml $tree }}
{{- end }}
