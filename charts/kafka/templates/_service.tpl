{{/* Every node's own name in DNS, from before it is ready: nodes find one another by it. */}}
{{- define "kafka.service.nodes" -}}
{{- include "kafka.service.metadata" (dict "root" . "name" "nodes") }}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector:
    {{- include "kafka.server.labels" (dict "root" .) | nindent 4 }}
  ports:
    - { name: controller, port: 9090 }
    - { name: replication, port: 9091 }
{{- end }}

{{/* Where clients within Kubernetes begin. */}}
{{- define "kafka.service.bootstrap" -}}
{{- include "kafka.service.metadata" (dict "root" . "name" "bootstrap") }}
spec:
  type: ClusterIP
  selector:
    {{- include "kafka.service.brokers" . | nindent 4 }}
  ports:
    - { name: replication, port: 9091 }
    {{- range $name, $listener := include "kafka.server.listeners" . | fromJson }}
    {{- if eq $listener.type "internal" }}
    - { name: {{ $name }}, port: {{ $listener.port }} }
    {{- end }}
    {{- end }}
{{- end }}

{{/*
Where clients from outside begin, or with an id one broker as they see it.
Takes (dict "root" $ "name" <listener> "listener" values "pool" name "id" text).
*/}}
{{- define "kafka.service.outside" -}}
{{- $address := "" -}}
{{- with .id -}}
{{- $address = dig "addresses" . "" $.listener -}}
{{- end -}}
{{- $port := regexFind "[0-9]+$" $address | default (.listener.port | toString) -}}
{{- include "kafka.service.metadata" (dict "root" .root "name" (join "-" (compact (list .name .id))) "annotations" .listener.annotations) }}
spec:
  type: {{ ternary "NodePort" "LoadBalancer" (eq .listener.type "nodeport") }}
  externalTrafficPolicy: {{ ternary "Local" "Cluster" (and (not (empty .id)) (eq .listener.type "loadbalancer")) }}
  {{- if and .listener.sourceRanges (eq .listener.type "loadbalancer") }}
  loadBalancerSourceRanges: {{ toJson .listener.sourceRanges }}
  {{- end }}
  {{- if .id }}
  # Its client is sent here by name, ready or not.
  publishNotReadyAddresses: true
  {{- end }}
  selector:
    {{- if .id }}
    statefulset.kubernetes.io/pod-name: {{ printf "%s-%s-%s" .root.Values.global.kafka.cluster .pool .id | quote }}
    {{- else }}
    {{- include "kafka.service.brokers" .root | nindent 4 }}
    {{- end }}
  ports:
    - name: {{ .name }}
      targetPort: {{ .listener.port }}
      {{- if eq .listener.type "loadbalancer" }}
      port: {{ $port }}
      {{- else }}
      port: {{ .listener.port }}
      {{- if and (ge (int $port) 30000) (le (int $port) 32767) .id }}
      nodePort: {{ $port }}
      {{- end }}
      {{- end }}
{{- end }}

{{- define "kafka.service.brokers" -}}
{{- include "kafka.server.labels" (dict "root" .) }}
headworks.dev/kafka-role: broker
{{- end }}

{{/* Takes (dict "root" $ "name" <last part of the name> "annotations" map). */}}
{{- define "kafka.service.metadata" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ printf "%s-%s" .root.Values.global.kafka.cluster .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    {{- include "kafka.server.labels" (dict "root" .root) | nindent 4 }}
  {{- with .annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}
