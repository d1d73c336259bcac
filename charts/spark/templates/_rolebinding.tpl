{{- define "spark.rolebinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  {{- include "spark.metadata" . | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ include "common.names.job" . | quote }}
subjects:
  - kind: ServiceAccount
    name: {{ include "common.names.job" . | quote }}
    namespace: {{ .root.Release.Namespace | quote }}
{{- end }}
