{{/* Whoever reaches Flink's REST can run code: only the job itself, its operator and the API server may. */}}
{{- define "flink.networkpolicy" -}}
{{- $self := dict "app" (include "common.names.job" .) -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "flink.rbac.metadata" . | nindent 2 }}
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
    {{- if eq .root.Values.mode "operator" }}
    - from:
        - namespaceSelector: {}
          podSelector:
            matchLabels:
              app.kubernetes.io/name: flink-kubernetes-operator
      ports:
        - port: 8081
    {{- end }}
    {{- include "flink.networkpolicy.submitters" . | nindent 4 }}
    {{- include "flink.networkpolicy.ingress" . | nindent 4 }}
    {{- include "common.networkpolicy.apiserver" (dict "root" .root "port" 8081) | nindent 4 }}
    {{- include "common.monitoring.ingress" (dict "root" .root "port" 9249) | nindent 4 }}
  {{- if include "common.networkpolicy.egress.wanted" .root }}
  egress:
    {{- include "common.networkpolicy.egress" (dict "root" .root "self" $self) | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Who may submit to a session beside the operator: nobody unless named. */}}
{{- define "flink.networkpolicy.submitters" -}}
{{- range $name, $from := .values.submitters }}
{{- if dig "enabled" true $from }}
- from:
    - podSelector:
        matchLabels:
          {{- toYaml $from.pods | nindent 10 }}
      {{- with $from.namespace }}
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ . | quote }}
      {{- end }}
  ports:
    - port: 8081
{{- end }}
{{- end }}
{{- end }}

{{/* The controller of an Ingress that is wanted. */}}
{{- define "flink.networkpolicy.ingress" -}}
{{- if include "common.flink.has" (dict "values" .values "part" "ingress") }}
{{- with .values.ingress.controllerNamespace }}
- from:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ . | quote }}
  ports:
    - port: 8081
{{- end }}
{{- end }}
{{- end }}
