{{/*
Has Strimzi's Access Operator copy a job's user and the cluster's CA into the
job's namespace. Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "common.kafkaaccess" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- $namespace := include "common.names.kafkaNamespace" .root -}}
apiVersion: access.strimzi.io/v1alpha1
kind: KafkaAccess
metadata:
  name: {{ include "common.kafka.client.delivered" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
spec:
  kafka:
    name: {{ $kafka.cluster | quote }}
    namespace: {{ $namespace | quote }}
    {{- with dig "credentials" "listener" "" $kafka }}
    listener: {{ . | quote }}
    {{- end }}
  {{- if ne $kafka.authentication "none" }}
  user:
    kind: KafkaUser
    apiGroup: kafka.strimzi.io
    name: {{ include "common.names.client" . | quote }}
    namespace: {{ $namespace | quote }}
  {{- end }}
{{- end }}
