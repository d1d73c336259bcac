{{- define "kafka.kafka" -}}
{{- $cluster := .Values.cluster -}}
{{- $copies := include "common.kafka.replicas" .Values | int -}}
{{- $insync := max 1 (sub $copies 1) -}}
{{- $config := dict
  "auto.create.topics.enable" false
  "unclean.leader.election.enable" false
  "default.replication.factor" $copies
  "min.insync.replicas" $insync
  "offsets.topic.replication.factor" $copies
  "transaction.state.log.replication.factor" $copies
  "transaction.state.log.min.isr" $insync
-}}
{{- if $cluster.rack -}}
{{- $_ := set $config "replica.selector.class" "org.apache.kafka.common.replica.RackAwareReplicaSelector" -}}
{{- end -}}
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: {{ .Values.global.kafka.cluster | quote }}
  namespace: {{ include "common.names.kafkaNamespace" . | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .) | nindent 4 }}
spec:
  kafka:
    version: {{ $cluster.version | quote }}
    {{- with $cluster.metadataVersion }}
    metadataVersion: {{ . | quote }}
    {{- end }}
    listeners:
      {{- include "kafka.listeners" . | nindent 6 }}
    {{- if ne .Values.global.kafka.authentication "none" }}
    authorization:
      type: simple
    {{- end }}
    {{- with $cluster.rack }}
    rack:
      topologyKey: {{ .topologyKey | quote }}
    {{- end }}
    {{- if include "common.monitoring.wanted" . }}
    metricsConfig:
      type: strimziMetricsReporter
    {{- end }}
    config:
      {{- mergeOverwrite $config ($cluster.config | default dict) | toYaml | nindent 6 }}
  entityOperator:
    topicOperator: {}
    userOperator: {}
    {{- if .Values.topics }}
    template:
      topicOperatorContainer:
        env:
          # Helm deletes the cluster before its topics: nobody would be left to
          # take their finalizers away.
          - name: STRIMZI_USE_FINALIZERS
            value: "false"
    {{- end }}
  {{- if dig "exporter" "enabled" true $cluster }}
  kafkaExporter:
    topicRegex: ".*"
    groupRegex: ".*"
  {{- end }}
  {{- with $cluster.maintenanceWindows }}
  maintenanceTimeWindows:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* The listeners, or the one that global.kafka.authentication asks for. */}}
{{- define "kafka.listeners" -}}
{{- $authentication := .Values.global.kafka.authentication -}}
{{- $listeners := .Values.cluster.listeners -}}
{{- if not $listeners -}}
{{- if eq $authentication "none" -}}
{{- $listeners = dict "plain" (dict "port" 9092 "type" "internal" "tls" false) -}}
{{- else -}}
{{- $listeners = dict "tls" (dict "port" 9093 "type" "internal" "tls" true "authentication" $authentication) -}}
{{- end -}}
{{- end -}}
{{- range $name, $listener := $listeners }}
{{- if dig "enabled" true $listener }}
- name: {{ $name | quote }}
  port: {{ $listener.port }}
  type: {{ $listener.type }}
  tls: {{ dig "tls" false $listener }}
  {{- if ne (dig "authentication" "none" $listener) "none" }}
  authentication:
    type: {{ $listener.authentication }}
  {{- end }}
  {{- with $listener.configuration }}
  configuration:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}
