{{- define "spark.runner.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" (include "spark.runner.account" .)) | nindent 2 }}
rules:
  {{- include (printf "spark.%s.rules" .root.Values.mode) . | nindent 2 }}
{{- end }}
