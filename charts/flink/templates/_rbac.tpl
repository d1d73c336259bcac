{{/* A native-mode job makes its own TaskManager pods and keeps its leader in ConfigMaps. */}}
{{- define "flink.rbac.metadata" -}}
name: {{ include "common.names.job" . | quote }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 2 }}
{{- end }}

{{- define "flink.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- include "flink.rbac.metadata" . | nindent 2 }}
  {{- with include "common.identity.annotations" (dict "root" .root "annotations" (dig "serviceAccount" "annotations" dict .values)) }}
  annotations:
    {{- . | nindent 4 }}
  {{- end }}
{{- end }}

{{- define "flink.role" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  {{- include "flink.rbac.metadata" . | nindent 2 }}
rules:
  - apiGroups: [""]
    resources: [pods, configmaps]
    verbs: [get, list, watch, create, update, patch, delete, deletecollection]
  - apiGroups: [apps]
    resources: [deployments, deployments/finalizers]
    verbs: [get, list, watch, create, update, patch, delete]
{{- end }}

{{- define "flink.rolebinding" -}}
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  {{- include "flink.rbac.metadata" . | nindent 2 }}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: {{ include "common.names.job" . | quote }}
subjects:
  - kind: ServiceAccount
    name: {{ include "common.names.job" . | quote }}
    namespace: {{ .root.Release.Namespace | quote }}
{{- end }}
