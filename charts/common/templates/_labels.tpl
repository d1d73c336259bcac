{{/*
Labels that stay the same for the life of a job: on pods and in operators'
specs, where a change would restart the job. Takes (dict "root" $ "job" name).
*/}}
{{- define "common.labels.stable" -}}
headworks.dev/pipeline: {{ .root.Values.global.pipeline.name | quote }}
headworks.dev/environment: {{ .root.Values.global.environment | quote }}
{{- with .job }}
headworks.dev/job: {{ . | quote }}
{{- end }}
app.kubernetes.io/part-of: {{ .root.Values.global.pipeline.name | quote }}
app.kubernetes.io/component: {{ .component | default .root.Chart.Name | quote }}
{{- end }}

{{/* Labels of our own objects: the stable ones and the release. */}}
{{- define "common.labels.object" -}}
{{ include "common.labels.stable" . }}
app.kubernetes.io/name: {{ .job | default .root.Values.global.pipeline.name | quote }}
app.kubernetes.io/instance: {{ .root.Release.Name | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service | quote }}
{{- end }}
