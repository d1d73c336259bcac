{{- define "kafka.confluent.kafka" -}}
{{- $cluster := .Values.cluster -}}
{{- $name := .Values.global.kafka.cluster -}}
{{- $pool := include "kafka.confluent.pool" (dict "root" . "role" "broker") | fromJson -}}
apiVersion: platform.confluent.io/v1beta1
kind: Kafka
metadata:
  {{- include "kafka.confluent.metadata" (dict "root" . "name" $name) | nindent 2 }}
spec:
  {{- include "kafka.confluent.node" (dict "root" . "name" $name "pool" $pool) | nindent 2 }}
  dependencies:
    kRaftController:
      clusterRef:
        name: "{{ $name }}-controllers"
      {{- if include "kafka.confluent.encrypted" . }}
      controllerListener:
        authentication: { type: mtls }
        tls: { enabled: true }
      {{- end }}
  {{- if include "kafka.authorized" . }}
  authorization:
    type: simple
    # The nodes' own certificates carry this name.
    superUsers: {{ prepend ($cluster.superUsers | default list) "User:kafka" | uniq | toJson }}
  {{- end }}
  listeners:
    {{- with include "kafka.confluent.inner" . | trim }}
    internal:
      {{- . | nindent 6 }}
    {{- end }}
    custom:
      {{- include "kafka.confluent.listeners" . | nindent 6 }}
  {{- with $cluster.rack }}
  rackAssignment:
    nodeLabels: [{{ .topologyKey | quote }}]
  {{- end }}
  configOverrides:
    server:
      {{- range $key, $value := include "kafka.confluent.config" . | fromYaml }}
      - {{ printf "%s=%s" $key $value | quote }}
      {{- end }}
    {{- with $pool.heap }}
    jvm: ["-Xms{{ . }}", "-Xmx{{ . }}"]
    {{- end }}
{{- end }}

{{/* Listeners of our own; Confluent's `external` is only for one. */}}
{{- define "kafka.confluent.listeners" -}}
{{- $tls := eq (include "common.kafka.client.tls" (dict "root" .)) "true" -}}
{{- $authentication := .Values.global.kafka.authentication -}}
{{- $listeners := .Values.cluster.listeners | default (dict "jobs" (dict "port" 9093 "type" "internal" "tls" $tls "authentication" $authentication)) -}}
{{- range $name, $listener := $listeners }}
{{- if dig "enabled" true $listener }}
- name: {{ $name | quote }}
  port: {{ $listener.port | int }}
  {{- if $listener.tls }}
  tls:
    enabled: true
  {{- end }}
  {{- if eq (dig "authentication" "none" $listener) "tls" }}
  authentication:
    {{- include "kafka.confluent.certificates" . | nindent 4 }}
  {{- end }}
  {{- $access := $listener.externalAccess | default dict }}
  {{- if eq $listener.type "loadbalancer" }}
  externalAccess:
    type: loadBalancer
    loadBalancer:
      {{- pick $access "domain" "bootstrapPrefix" "brokerPrefix" "annotations" | toYaml | nindent 6 }}
  {{- else if eq $listener.type "nodeport" }}
  externalAccess:
    type: nodePort
    nodePort:
      {{- pick $access "host" "nodePortOffset" | toYaml | nindent 6 }}
  {{- end }}
{{- end }}
{{- end }}
{{- end }}

{{/* Confluent's own topics want three brokers unless told otherwise. */}}
{{- define "kafka.confluent.config" -}}
{{- $copies := include "common.kafka.replicas" .Values | int -}}
{{- $config := dict -}}
{{- if lt $copies 3 -}}
{{- range $topic := list "license" "metadata" "balancer" -}}
{{- $_ := set $config (printf "confluent.%s.topic.replication.factor" $topic) $copies -}}
{{- end -}}
{{- end -}}
{{- include "kafka.confluent.texts" (mergeOverwrite $config (include "kafka.config" . | fromYaml)) -}}
{{- end }}
