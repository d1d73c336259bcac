{{- define "spark.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "spark.metadata" . | nindent 2 }}
rules:
  - apiGroups: [""]
    resources: [pods, services, configmaps, persistentvolumeclaims]
    verbs: [get, list, watch, create, update, patch, delete, deletecollection]
{{- end }}
