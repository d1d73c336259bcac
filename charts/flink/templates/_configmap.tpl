{{/*
Flink's configuration of a job without an operator. It is not in the image's
folder conf: the image's entrypoint writes there, and a ConfigMap is read-only.
*/}}
{{- define "flink.configmap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "common.names.job" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
data:
  {{- include "flink.configmap.data" (merge (dict "standalone" (include "flink.standalone" . | fromYaml)) .) | nindent 2 }}
{{- end }}

{{- define "flink.configmap.data" -}}
config.yaml: |
  {{- toYaml .standalone.configuration | nindent 2 }}
{{- with include "flink.logging" . }}
{{ . }}
{{- else }}
log4j-console.properties: |
  {{- include "flink.logging.log4j" dict | nindent 2 }}
{{- end }}
{{- end }}
