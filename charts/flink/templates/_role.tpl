{{/* A cluster keeps its leader in ConfigMaps; a native one makes its own TaskManager pods as well. */}}
{{- define "flink.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "flink.rbac.metadata" . | nindent 2 }}
rules:
  - apiGroups: [""]
    resources: [configmaps]
    verbs: [get, list, watch, create, update, patch, delete, deletecollection]
  {{- if include "flink.native" . }}
  - apiGroups: [""]
    resources: [pods]
    verbs: [get, list, watch, create, delete, deletecollection]
  # The owner of the pods, and what goes last.
  - apiGroups: [apps]
    resources: [deployments]
    verbs: [get, list, watch, delete]
  - apiGroups: [apps]
    resources: [deployments/finalizers]
    verbs: [update]
  {{- end }}
{{- end }}
