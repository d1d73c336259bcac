{{/*
Loops over what the chart renders objects for. Each takes (dict "root" $
"define" <name> "object" <key below the entry's `objects`>) and hands the define
(dict "root" $ "job" name "values" values); the entry's override comes last.
*/}}

{{/* Every cluster of its own: jobs that share none, and sessions. */}}
{{- define "flink.clusters" -}}
{{- include "flink.applications" . }}
{{- include "flink.sessions" . }}
{{- end }}

{{- define "flink.applications" -}}
{{- $loop := . -}}
{{- range $name, $job := .root.Values.jobs }}
{{- if and (dig "enabled" true $job) (not $job.session) }}
{{- include "flink.object" (dict "loop" $loop "name" $name "values" $job) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "flink.sessionjobs" -}}
{{- $loop := . -}}
{{- range $name, $job := .root.Values.jobs }}
{{- if and (dig "enabled" true $job) $job.session }}
{{- include "flink.object" (dict "loop" $loop "name" $name "values" $job) }}
{{- end }}
{{- end }}
{{- end }}

{{/* A session reads and writes what its jobs do: its pods are theirs. */}}
{{- define "flink.sessions" -}}
{{- $loop := . -}}
{{- range $name, $session := .root.Values.sessions }}
{{- if dig "enabled" true $session }}
{{- $reads := list -}}
{{- $writes := list -}}
{{- range $job := $loop.root.Values.jobs -}}
{{- if and (dig "enabled" true $job) (eq ($job.session | default "") $name) -}}
{{- $reads = concat $reads ($job.reads | default list) -}}
{{- $writes = concat $writes ($job.writes | default list) -}}
{{- end -}}
{{- end -}}
{{- $values := merge (dict "reads" (uniq $reads) "writes" (uniq $writes)) $session -}}
{{- include "flink.object" (dict "loop" $loop "name" $name "values" $values) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "flink.object" -}}
{{- $loop := .loop -}}
{{- with include $loop.define (dict "root" $loop.root "job" .name "values" .values) }}
---
{{- $override := $.values.override -}}
{{- if $loop.object -}}
{{- $override = dig "objects" $loop.object "override" dict $.values -}}
{{- end -}}
{{- if $override }}
{{ include "common.override" (dict "object" . "override" $override) }}
{{- else }}
{{ . }}
{{- end }}
{{- end }}
{{- end }}

{{/*
One section of the values: the defaults, then what the job or session says.
Sprig's merge would take a false or a 0 for nothing said.
Takes (dict "into" <map to fill> "part" <key> "root" $ "values" values).
*/}}
{{- define "flink.settings" -}}
{{- range $from := list .root.Values.defaults .values -}}
{{- with get $from $.part -}}
{{- range $key, $value := . -}}
{{- $_ := set $.into $key $value -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}
