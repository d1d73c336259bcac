{{/* By what Confluent's operator reaches the cluster: a KafkaRestClass, or the Kafka resource itself. */}}
{{- define "common.confluent.reference" -}}
{{- with dig "confluent" "restClass" "" .Values.global.kafka -}}
kafkaRestClassRef:
  name: {{ . | quote }}
{{- else -}}
kafkaClusterRef:
  name: {{ $.Values.global.kafka.cluster | quote }}
{{- end -}}
{{- end }}

{{/* Whether jobs get role bindings; empty where not. */}}
{{- define "common.confluent.bindings.wanted" -}}
{{- $kafka := .Values.global.kafka -}}
{{- if and (eq $kafka.mode "confluent") (ne $kafka.authentication "none") (dig "confluent" "roleBindings" false $kafka) -}}
true
{{- end -}}
{{- end }}

{{/*
What a job may do, by Confluent's roles: the least that `reads`, `writes`, its
group and (Flink only) its transactions need.
Takes (dict "root" $ "job" name "values" values).
*/}}
{{- define "common.confluent.binding.reads" -}}
{{ include "common.confluent.binding" (merge (dict "side" "reads" "role" "DeveloperRead" "prefixed" "Group") .) }}
{{- end }}

{{- define "common.confluent.binding.writes" -}}
{{- if .values.writes -}}
{{ include "common.confluent.binding" (merge (dict "side" "writes" "role" "DeveloperWrite" "prefixed" (eq .root.Chart.Name "flink" | ternary "TransactionalId" "")) .) }}
{{- end }}
{{- end }}

{{- define "common.confluent.binding" -}}
{{- $client := include "common.names.client" . -}}
apiVersion: platform.confluent.io/v1beta1
kind: ConfluentRolebinding
metadata:
  name: "{{ $client }}-{{ .side }}"
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
spec:
  principal:
    type: user
    name: {{ $client | quote }}
  role: {{ .role }}
  {{- with dig "confluent" "restClass" "" .root.Values.global.kafka }}
  kafkaRestClassRef:
    name: {{ . | quote }}
  {{- end }}
  resourcePatterns:
    {{- range get .values .side }}
    - resourceType: Topic
      name: {{ include "common.names.kafkaTopic" (dict "root" $.root "topic" .) | quote }}
      patternType: LITERAL
    {{- end }}
    {{- with .prefixed }}
    - resourceType: {{ . }}
      name: {{ $client | quote }}
      patternType: PREFIXED
    {{- end }}
{{- end }}
