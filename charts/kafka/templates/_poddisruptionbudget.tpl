{{/*
One node of a role at a time, over all pools. A pod may have one budget only,
so a node with both roles counts as a broker.
Takes (dict "root" $ "role" name).
*/}}
{{- define "kafka.poddisruptionbudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ printf "%s-%ss" .root.Values.global.kafka.cluster .role | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    {{- include "kafka.server.labels" (dict "root" .root) | nindent 4 }}
spec:
  maxUnavailable: {{ dig "podDisruptionBudget" "maxUnavailable" 1 .root.Values.cluster }}
  selector:
    matchLabels:
      {{- include "kafka.server.labels" (dict "root" .root) | nindent 6 }}
      headworks.dev/kafka-role: {{ .role }}
{{- end }}
