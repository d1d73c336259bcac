{{/* Who the runner is, and that it may do what starting and following a run takes, and no more. */}}
{{- define "spark.runner.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" (include "spark.runner.account" .)) | nindent 2 }}
{{- end }}
