{{/* Folder of a job's state: `<uri>/<environment>/<job>`. Takes (dict "root" $ "job" name). */}}
{{- define "common.storage.job" -}}
{{ .root.Values.global.storage.uri | trimSuffix "/" }}/{{ .root.Values.global.environment }}/{{ .job }}
{{- end }}
