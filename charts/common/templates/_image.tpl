{{/* An image by digest where there is one, else by tag. Takes the image's map. */}}
{{- define "common.image" -}}
{{- if .digest -}}
{{ .repository }}@{{ .digest }}
{{- else -}}
{{ .repository }}:{{ .tag }}
{{- end -}}
{{- end }}
