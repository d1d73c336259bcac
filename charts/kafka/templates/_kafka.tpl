{{- define "kafka.kafka" -}}
{{- $cluster := .Values.cluster -}}
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
    {{- if include "kafka.authorized" . }}
    authorization:
      type: simple
      {{- with $cluster.superUsers }}
      superUsers: {{ toJson . }}
      {{- end }}
    {{- end }}
    {{- with $cluster.rack }}
    rack:
      topologyKey: {{ .topologyKey | quote }}
    {{- end }}
    {{- with $cluster.quotas }}
    quotas:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- if include "common.monitoring.wanted" . }}
    metricsConfig:
      type: strimziMetricsReporter
    {{- end }}
    config:
      {{- include "kafka.config" . | nindent 6 }}
    template:
      podDisruptionBudget:
        maxUnavailable: {{ dig "podDisruptionBudget" "maxUnavailable" 1 $cluster }}
  {{- range $ca := list "clusterCa" "clientsCa" }}
  {{- with get $cluster $ca }}
  {{ $ca }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  entityOperator:
    topicOperator: {}
    userOperator: {}
    template:
      pod:
        {{- include "kafka.pod.restricted" . | nindent 8 }}
      topicOperatorContainer:
        securityContext:
          {{- include "common.security.container" . | nindent 10 }}
        {{- if .Values.topics }}
        env:
          # Helm deletes the cluster before its topics: nobody would be left to
          # take their finalizers away.
          - name: STRIMZI_USE_FINALIZERS
            value: "false"
        {{- end }}
      userOperatorContainer:
        securityContext:
          {{- include "common.security.container" . | nindent 10 }}
  {{- if dig "exporter" "enabled" true $cluster }}
  kafkaExporter:
    topicRegex: {{ dig "exporter" "topicRegex" ".*" $cluster | quote }}
    groupRegex: {{ dig "exporter" "groupRegex" ".*" $cluster | quote }}
    template:
      pod:
        {{- include "kafka.pod.restricted" . | nindent 8 }}
      container:
        securityContext:
          {{- include "common.security.container" . | nindent 10 }}
  {{- end }}
  {{- if dig "cruiseControl" "enabled" false $cluster }}
  cruiseControl:
    {{- with dig "cruiseControl" "autoRebalance" (list "add-brokers" "remove-brokers") $cluster }}
    autoRebalance:
      {{- range . }}
      - mode: {{ . }}
      {{- end }}
    {{- end }}
    template:
      pod:
        {{- include "kafka.pod.restricted" . | nindent 8 }}
      cruiseControlContainer:
        securityContext:
          {{- include "common.security.container" . | nindent 10 }}
  {{- end }}
  {{- with $cluster.maintenanceWindows }}
  maintenanceTimeWindows:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Broker settings: what keeps data safe, then the user's. */}}
{{- define "kafka.config" -}}
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
{{- with .Values.global.kafka.transactionMaxTimeout -}}
{{- $_ := set $config "transaction.max.timeout.ms" (include "common.duration.milliseconds" . | int64) -}}
{{- end -}}
{{- if $cluster.rack -}}
{{- $_ := set $config "replica.selector.class" "org.apache.kafka.common.replica.RackAwareReplicaSelector" -}}
{{- end -}}
{{ mergeOverwrite $config ($cluster.config | default dict) | toYaml }}
{{- end }}

{{/* Whether somebody has to prove who they are; empty where not. */}}
{{- define "kafka.authorized" -}}
{{- if ne .Values.global.kafka.authentication "none" -}}
true
{{- else -}}
{{- range .Values.cluster.listeners -}}
{{- if and (dig "enabled" true .) (ne (dig "authentication" "none" .) "none") -}}
true
{{- end -}}
{{- end -}}
{{- end -}}
{{- end }}

{{/* An object beside a Strimzi cluster. Takes (dict "root" $ "name" <its name in cluster.objects> "object" <YAML>). */}}
{{- define "kafka.beside" -}}
{{ include "common.overridden" (dict "object" .object "override" (dig "objects" .name "override" dict .root.Values.cluster)) }}
{{- end }}
