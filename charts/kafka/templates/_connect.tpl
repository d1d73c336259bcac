{{/* Takes (dict "root" $ "job" name "values" values). */}}
{{- define "kafka.connect" -}}
{{- $name := include "common.names.job" . -}}
{{- $client := include "common.names.client" . -}}
{{- $topic := include "common.names.kafkaTopic" (dict "root" .root "topic" $client) -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaConnect
metadata:
  name: {{ $name | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "component" "connect") | nindent 4 }}
  annotations:
    # Connectors are objects of their own; the REST interface stays closed.
    strimzi.io/use-connector-resources: "true"
spec:
  version: {{ .values.version | default .root.Values.cluster.version | quote }}
  replicas: {{ .values.replicas | default 1 }}
  bootstrapServers: {{ .root.Values.global.kafka.bootstrapServers | quote }}
  groupId: {{ $client | quote }}
  configStorageTopic: "{{ $topic }}-configs"
  offsetStorageTopic: "{{ $topic }}-offsets"
  statusStorageTopic: "{{ $topic }}-status"
  {{- with .values.image }}
  image: {{ include "common.image" . | quote }}
  {{- end }}
  {{- with include "kafka.connect.plugins" .values.plugins }}
  plugins:
    {{- . | nindent 4 }}
  {{- end }}
  {{- include "kafka.connect.security" . | nindent 2 }}
  config:
    {{- include "kafka.connect.config" .values.config | nindent 4 }}
  {{- with .values.rack }}
  rack:
    topologyKey: {{ .topologyKey | quote }}
  {{- end }}
  resources:
    requests:
      cpu: {{ .values.cpu | default 0.5 | toString | quote }}
      memory: {{ .values.memory | default "2Gi" | quote }}
    limits:
      memory: {{ .values.memory | default "2Gi" | quote }}
  {{- if include "common.monitoring.wanted" .root }}
  metricsConfig:
    type: strimziMetricsReporter
  {{- end }}
  template:
    pod:
      {{- include "kafka.pod" (dict "root" .root "pod" .values.pod "grace" 30 "select" (dict "strimzi.io/cluster" $name "strimzi.io/kind" "KafkaConnect")) | nindent 6 }}
      {{- include "kafka.pod.restricted" . | nindent 6 }}
    podDisruptionBudget:
      maxUnavailable: 1
    connectContainer:
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
      {{- with .values.env }}
      env:
        {{- include "common.pod.env" . | nindent 8 }}
      {{- end }}
{{- end }}

{{- define "kafka.connect.plugins" -}}
{{- range $name, $plugin := . }}
{{- if dig "enabled" true $plugin }}
- name: {{ $name | quote }}
  artifacts:
    - type: image
      reference: {{ include "common.image" $plugin.image | quote }}
{{- end }}
{{- end }}
{{- end }}

{{/* How the workers reach Kafka: user and CA come as they do for a job. */}}
{{- define "kafka.connect.security" -}}
{{- $kafka := .root.Values.global.kafka -}}
{{- if include "common.kafka.client.tls" . }}
tls:
  {{- with include "common.kafka.client.ca" . }}
  trustedCertificates:
    - secretName: {{ splitList " " . | first | quote }}
      certificate: {{ splitList " " . | last | quote }}
  {{- else }}
  trustedCertificates: []
  {{- end }}
{{- end }}
{{- with include "common.kafka.client.secret" . }}
{{- $access := eq (include "common.kafka.client.via" $.root) "kafka-access" }}
authentication:
  type: {{ $kafka.authentication }}
  {{- if eq $kafka.authentication "tls" }}
  certificateAndKey:
    secretName: {{ . | quote }}
    certificate: {{ ternary "ssl.keystore.crt" "user.crt" $access }}
    key: {{ ternary "ssl.keystore.key" "user.key" $access }}
  {{- else }}
  username: {{ dig "credentials" "username" "" $kafka | default (include "common.names.client" $) | quote }}
  passwordSecret:
    secretName: {{ . | quote }}
    password: password
  {{- end }}
{{- end }}
{{- end }}

{{/* As many copies as the brokers make by default; secrets only as variables. */}}
{{- define "kafka.connect.config" -}}
{{- $config := dict
  "config.storage.replication.factor" -1
  "offset.storage.replication.factor" -1
  "status.storage.replication.factor" -1
  "config.providers" "env"
  "config.providers.env.class" "org.apache.kafka.common.config.provider.EnvVarConfigProvider"
-}}
{{ mergeOverwrite $config (. | default dict) | toYaml }}
{{- end }}
