{{/* Whoever reaches Flink's REST can run code: only the job itself, its operator and the API server may. */}}
{{- define "flink.networkpolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "flink.rbac.metadata" . | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      app: {{ include "common.names.job" . | quote }}
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: {{ include "common.names.job" . | quote }}
    - from:
        - namespaceSelector: {}
          podSelector:
            matchLabels:
              app.kubernetes.io/name: flink-kubernetes-operator
      ports:
        - port: 8081
    {{- with .root.Values.networkPolicy.apiServerCidrs }}
    - from:
        {{- range . }}
        - ipBlock:
            cidr: {{ . | quote }}
        {{- end }}
      ports:
        - port: 8081
    {{- end }}
    {{- include "common.monitoring.ingress" (dict "root" .root "port" 9249) | nindent 4 }}
{{- end }}
