{{/* Takes (dict "root" $ "name" name "pool" values). */}}
{{- define "kafka.nodepool" -}}
{{- $cluster := .root.Values.global.kafka.cluster -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: {{ .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    strimzi.io/cluster: {{ $cluster | quote }}
spec:
  replicas: {{ .pool.replicas | default 1 }}
  roles: {{ toJson .pool.roles }}
  resources:
    requests:
      cpu: {{ .pool.cpu | default 1 | toString | quote }}
      memory: {{ .pool.memory | default "4Gi" | quote }}
    limits:
      memory: {{ .pool.memory | default "4Gi" | quote }}
  {{- with .pool.heap }}
  jvmOptions:
    "-Xms": {{ . | quote }}
    "-Xmx": {{ . | quote }}
  {{- end }}
  storage:
    type: jbod
    volumes:
      {{- include "kafka.volumes" (.pool.storage | default dict) | nindent 6 }}
  template:
    pod:
      {{- include "kafka.pod" (dict "root" .root "pod" .pool.pod "grace" 120 "select" (dict "strimzi.io/cluster" $cluster "strimzi.io/pool-name" .name)) | nindent 6 }}
      securityContext:
        runAsNonRoot: true
        fsGroup: 0
        seccompProfile:
          type: RuntimeDefault
    kafkaContainer:
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
{{- end }}

{{/* Takes the values `storage`. */}}
{{- define "kafka.volumes" -}}
{{- $type := dig "type" "persistent-claim" . -}}
{{- range $id := until (dig "volumes" 1 . | int) }}
- id: {{ $id }}
  type: {{ $type }}
  {{- if eq $type "persistent-claim" }}
  size: {{ dig "size" "100Gi" $ | quote }}
  deleteClaim: {{ dig "deleteClaim" false $ }}
  {{- with $.class }}
  class: {{ . | quote }}
  {{- end }}
  {{- end }}
  {{- if eq $id 0 }}
  kraftMetadata: shared
  {{- end }}
{{- end }}
{{- end }}
