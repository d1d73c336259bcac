{{/* A tag can be moved to another image; where that matters, NOTES.txt says which jobs rest on one. */}}
{{- define "common.notes.images" -}}
{{- if ne (include "common.profile" .) "dev" -}}
{{- $tagged := list -}}
{{- range $chart := list "flink" "spark" -}}
{{- range $part := list "jobs" "sessions" "connect" -}}
{{- range $name, $job := dig $part dict (index $.Values $chart) -}}
{{- if and (dig "enabled" true $job) (hasKey $job "image") (not (dig "image" "digest" "" $job)) -}}
{{- $tagged = append $tagged (printf "%s.%s.%s" $chart $part $name) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- with $tagged -}}
Images by tag only, which may change under you; set image.digest: {{ join ", " . }}
{{- end -}}
{{- end -}}
{{- end }}
