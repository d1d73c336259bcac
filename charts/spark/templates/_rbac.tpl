{{/* The driver makes its executors, a ConfigMap and a Service for them. */}}
{{- define "spark.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  {{- .metadata | default (include "spark.metadata" .) | nindent 2 }}
  {{- with include "common.identity.annotations" (dict "root" .root "annotations" (dig "serviceAccount" "annotations" dict .values)) }}
  annotations:
    {{- trim . | nindent 4 }}
  {{- end }}
{{- end }}

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
