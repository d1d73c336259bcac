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
