{{/* A driver talks with its executors; nobody else has business there but the API server for the UI. */}}
{{- define "spark.networkpolicy" -}}
{{- $self := dict "headworks.dev/pipeline" .root.Values.global.pipeline.name "headworks.dev/job" .job -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "spark.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- toYaml $self | nindent 6 }}
  policyTypes: [Ingress{{ if include "common.networkpolicy.egress.wanted" .root }}, Egress{{ end }}]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              {{- toYaml $self | nindent 14 }}
    {{- include "common.networkpolicy.apiserver" (dict "root" .root "port" 4040) | nindent 4 }}
    {{- include "common.monitoring.ingress" (dict "root" .root "port" 4040) | nindent 4 }}
  {{- if include "common.networkpolicy.egress.wanted" .root }}
  egress:
    {{- include "common.networkpolicy.egress" (dict "root" .root "self" $self) | nindent 4 }}
  {{- end }}
{{- end }}
