{{/* A name for the nodes, without a token: Kafka asks Kubernetes for nothing. */}}
{{- define "kafka.serviceaccount" -}}
apiVersion: v1
kind: ServiceAccount
metadata:
  name: {{ .Values.global.kafka.cluster }}-kafka
  namespace: {{ include "common.names.kafkaNamespace" . | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .) | nindent 4 }}
automountServiceAccountToken: false
{{- end }}
