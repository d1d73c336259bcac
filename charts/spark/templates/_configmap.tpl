{{/* A properties file: a backslash would begin an escape there. */}}
{{- define "spark.history.configmap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- .metadata | nindent 2 }}
data:
  history.properties: |
    {{- range $key, $value := include "spark.history.configuration" . | fromYaml }}
    {{ $key }}={{ $value | replace "\\" "\\\\" }}
    {{- end }}
{{- end }}
