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
