{{/*
Renders one definition for every operator that is enabled, lowest wave first.
Takes (dict "root" $ "define" name).
*/}}
{{- define "platform.operators" -}}
{{- $root := .root -}}
{{- $define := .define -}}
{{- $known := include "platform.known" $root | fromYaml -}}
{{- range $name := include "platform.ordered" $root | fromYamlArray -}}
{{- with include $define (dict "root" $root "name" $name "is" (index $known $name) "wanted" (index $root.Values.operators $name)) }}
---
{{ . }}
{{- end -}}
{{- end -}}
{{- end }}

{{/* What is known of every operator, as YAML. */}}
{{- define "platform.known" -}}
{{ .Files.Get "files/operators.yaml" }}
{{- end }}

{{/* Names of the operators to install, as a YAML list, in their order. */}}
{{- define "platform.ordered" -}}
{{- $root := . -}}
{{- $keys := list -}}
{{- range $name, $is := include "platform.known" . | fromYaml -}}
{{- if (index $root.Values.operators $name).enabled -}}
{{- $keys = append $keys (printf "%05d %s" (add 1000 $is.wave) $name) -}}
{{- end -}}
{{- end -}}
{{- range sortAlpha $keys }}
- {{ splitList " " . | last }}
{{- end -}}
{{- end }}

{{/* An object's name. Takes (dict "root" $ "name" operator). */}}
{{- define "platform.name" -}}
{{ .root.Values.prefix }}{{ .name }}
{{- end }}

{{- define "platform.labels" -}}
app.kubernetes.io/name: {{ .name | quote }}
app.kubernetes.io/part-of: platform
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service | quote }}
{{- end }}

{{- define "platform.namespace" -}}
{{ .wanted.namespace | default .is.namespace }}
{{- end }}

{{- define "platform.repository" -}}
{{ .wanted.repository | default .is.repository }}
{{- end }}
