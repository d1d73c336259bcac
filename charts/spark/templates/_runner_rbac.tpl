{{/* Who the runner is, and that it may do what starting and following a run takes, and no more. */}}
{{- define "spark.runner.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" (include "spark.runner.account" .)) | nindent 2 }}
{{- end }}

{{- define "spark.runner.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" (include "spark.runner.account" .)) | nindent 2 }}
rules:
  {{- include (printf "spark.%s.rules" .root.Values.mode) . | nindent 2 }}
{{- end }}

{{- define "spark.runner.rolebinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  {{- include "spark.metadata" (dict "root" .root "job" .job "values" .values "name" (include "spark.runner.account" .)) | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ include "spark.runner.account" . | quote }}
subjects:
  - kind: ServiceAccount
    name: {{ include "spark.runner.account" . | quote }}
    namespace: {{ .root.Release.Namespace | quote }}
{{- end }}
