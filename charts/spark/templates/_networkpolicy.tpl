{{/* A driver talks with its executors; nobody else has business there but the API server for the UI. */}}
{{- define "spark.networkpolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "spark.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      headworks.dev/pipeline: {{ .root.Values.global.pipeline.name | quote }}
      headworks.dev/job: {{ .job | quote }}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              headworks.dev/pipeline: {{ .root.Values.global.pipeline.name | quote }}
              headworks.dev/job: {{ .job | quote }}
    {{- with .root.Values.networkPolicy.apiServerCidrs }}
    - from:
        {{- range . }}
        - ipBlock:
            cidr: {{ . | quote }}
        {{- end }}
      ports:
        - port: 4040
    {{- end }}
    {{- include "common.monitoring.ingress" (dict "root" .root "port" 4040) | nindent 4 }}
{{- end }}
