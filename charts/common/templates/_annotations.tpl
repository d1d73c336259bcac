{{/*
What people and the portal want to know of a job, on its object and nowhere in
its spec: another owner restarts nothing. Takes (dict "root" $ "values" values).
*/}}
{{- define "common.annotations.job" -}}
headworks.dev/owner: {{ .root.Values.global.pipeline.owner | quote }}
{{- with .values.description }}
headworks.dev/description: {{ . | toJson }}
{{- end }}
{{- with .values.reads }}
headworks.dev/reads: {{ join "," . | quote }}
{{- end }}
{{- with .values.writes }}
headworks.dev/writes: {{ join "," . | quote }}
{{- end }}
{{- end }}
