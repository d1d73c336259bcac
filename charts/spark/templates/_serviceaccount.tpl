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
