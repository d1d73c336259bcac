{{/* What the hook and the test pod work from. */}}
{{- define "kafka.job.configmap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "kafka.job.metadata" . | nindent 2 }}
data:
  {{- range $file := list "topics.sh" "users.sh" "test.sh" }}
  {{ $file }}: {{ $.Files.Get (printf "files/%s" $file) | toJson }}
  {{- end }}
  {{- range $list := list "topics" "users" }}
  {{ $list }}: {{ include (printf "kafka.job.%s" $list) $ | trimPrefix "\n" | printf "%s\n" | toJson }}
  {{- end }}
  {{- if include "kafka.server.wanted" . }}
  client.properties: {{ include "kafka.client.inner" (dict "root" .) | printf "%s\n" | toJson }}
  {{- else }}
  client.properties: {{ include "kafka.client.outer" . | printf "%s\n" | toJson }}
  {{- end }}
  test.properties: {{ include "kafka.client.outer" . | printf "%s\n" | toJson }}
{{- end }}
