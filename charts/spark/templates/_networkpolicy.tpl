{{/*
Nobody reaches Spark's pods but those that have business there.
Takes (dict "root" $ "metadata" <YAML> "select" <labels of the pods>
"ingress" <YAML list>).
*/}}
{{- define "spark.networkpolicy" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- .metadata | nindent 2 }}
spec:
  podSelector:
    matchLabels:
      {{- toYaml .select | nindent 6 }}
  policyTypes: [Ingress{{ if include "common.networkpolicy.egress.wanted" .root }}, Egress{{ end }}]
  {{- with fromYamlArray .ingress }}
  ingress:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- if include "common.networkpolicy.egress.wanted" .root }}
  egress:
    {{- include "common.networkpolicy.egress" (dict "root" .root "self" .select) | nindent 4 }}
  {{- end }}
{{- end }}

{{/* A driver talks with its executors; the API server and Prometheus with the driver's UI. */}}
{{- define "spark.networkpolicy.job" -}}
{{- $self := dict "headworks.dev/pipeline" .root.Values.global.pipeline.name "headworks.dev/job" .job -}}
{{ include "spark.networkpolicy" (dict "root" .root "metadata" (include "spark.metadata" .) "select" $self "ingress" (include "spark.networkpolicy.job.ingress" (merge (dict "self" $self) .))) }}
{{- end }}

{{- define "spark.networkpolicy.job.ingress" -}}
- from:
    - podSelector:
        matchLabels:
          {{- toYaml .self | nindent 10 }}
{{- include "common.networkpolicy.apiserver" (dict "root" .root "port" 4040) }}
{{- include "common.monitoring.ingress" (dict "root" .root "port" 4040) }}
{{- if .connect }}
{{ include "spark.clients" (dict "root" .root "clients" .values.clients "port" 15002) }}
{{- end }}
{{- end }}

{{/* Lets pods of the same pipeline in, and those that `clients` names. Takes (dict "root" $ "clients" map "port" number). */}}
{{- define "spark.clients" -}}
- from:
    - podSelector:
        matchLabels:
          headworks.dev/pipeline: {{ .root.Values.global.pipeline.name | quote }}
    {{- range $name, $client := .clients }}
    {{- if dig "enabled" true $client }}
    - podSelector:
        matchLabels:
          {{- toYaml $client.podLabels | nindent 10 }}
      {{- with $client.namespace }}
      namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ . | quote }}
      {{- end }}
    {{- end }}
    {{- end }}
  ports:
    - port: {{ .port }}
{{- end }}
