{{/* Takes (dict "root" $ "name" name "pool" values). */}}
{{- define "kafka.nodepool" -}}
{{- $storage := .pool.storage | default dict -}}
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata:
  name: {{ .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    strimzi.io/cluster: {{ .root.Values.global.kafka.cluster | quote }}
spec:
  replicas: {{ .pool.replicas | default 1 }}
  roles: {{ toJson .pool.roles }}
  resources:
    requests:
      cpu: {{ .pool.cpu | default 1 | toString | quote }}
      memory: {{ .pool.memory | default "4Gi" | quote }}
    limits:
      memory: {{ .pool.memory | default "4Gi" | quote }}
  storage:
    type: jbod
    volumes:
      {{- range $id := until (dig "volumes" 1 $storage | int) }}
      - id: {{ $id }}
        type: {{ dig "type" "persistent-claim" $storage }}
        {{- if eq (dig "type" "persistent-claim" $storage) "persistent-claim" }}
        size: {{ dig "size" "100Gi" $storage | quote }}
        deleteClaim: false
        {{- with $storage.class }}
        class: {{ . | quote }}
        {{- end }}
        {{- end }}
        {{- if eq $id 0 }}
        kraftMetadata: shared
        {{- end }}
      {{- end }}
  template:
    pod:
      terminationGracePeriodSeconds: 120
      securityContext:
        runAsNonRoot: true
        fsGroup: 0
        seccompProfile:
          type: RuntimeDefault
      topologySpreadConstraints:
        {{- range $key := list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
        - topologyKey: {{ $key }}
          maxSkew: 1
          whenUnsatisfiable: ScheduleAnyway
          labelSelector:
            matchLabels:
              strimzi.io/cluster: {{ $.root.Values.global.kafka.cluster | quote }}
              strimzi.io/pool-name: {{ $.name | quote }}
        {{- end }}
    kafkaContainer:
      securityContext:
        {{- include "common.security.container" . | nindent 8 }}
{{- end }}
