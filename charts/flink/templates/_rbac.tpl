{{/* A cluster keeps its leader in ConfigMaps; a native one makes its own TaskManager pods as well. */}}
{{- define "flink.rbac.metadata" -}}
name: {{ include "common.names.job" . | quote }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 2 }}
{{- end }}

{{/* Whether it makes its own pods; empty where not. */}}
{{- define "flink.native" -}}
{{- if and (eq .root.Values.mode "operator") (not (include "flink.reactive" .)) -}}
true
{{- end -}}
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
