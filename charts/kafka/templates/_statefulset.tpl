{{/* A pool of nodes. Takes (dict "root" $ "name" name "pool" pool). */}}
{{- define "kafka.statefulset" -}}
{{ include "common.override" (dict "object" (include "kafka.statefulset.object" .) "override" .pool.override) }}
{{- end }}

{{- define "kafka.statefulset.object" -}}
{{- $cluster := .root.Values.global.kafka.cluster -}}
{{- $labels := include "kafka.server.labels" (dict "root" .root "pool" .name) -}}
{{- $storage := .pool.storage | default dict -}}
{{- $disks := until (dig "volumes" 1 $storage | int) -}}
{{- $kept := eq (dig "type" "persistent-claim" $storage) "persistent-claim" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ printf "%s-%s" $cluster .name | quote }}
  namespace: {{ include "common.names.kafkaNamespace" .root | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root) | nindent 4 }}
    {{- $labels | nindent 4 }}
spec:
  serviceName: {{ $cluster }}-nodes
  replicas: {{ .pool.replicas | default 1 }}
  # A pod's ordinal is its node's id.
  ordinals:
    start: {{ .pool.firstNodeId }}
  # Controllers find one another only when all are there. A change still goes
  # from pod to pod, each waiting for the one before to be ready.
  podManagementPolicy: Parallel
  updateStrategy:
    type: RollingUpdate
  persistentVolumeClaimRetentionPolicy:
    whenDeleted: {{ ternary "Delete" "Retain" (dig "deleteClaim" false $storage) }}
    whenScaled: Retain
  selector:
    matchLabels:
      {{- $labels | nindent 6 }}
  template:
    metadata:
      annotations:
        headworks.dev/settings: {{ include "kafka.configmap.fingerprint" . | quote }}
        {{- with (dig "pod" "annotations" dict .pool) }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
      labels:
        {{- with (dig "pod" "labels" dict .pool) }}
        {{- toYaml . | nindent 8 }}
        {{- end }}
        {{- include "common.labels.stable" (dict "root" .root) | nindent 8 }}
        {{- $labels | nindent 8 }}
        headworks.dev/kafka-role: {{ ternary "broker" "controller" (has "broker" .pool.roles) }}
    spec:
      {{- include "kafka.statefulset.pod" . | nindent 6 }}
  {{- if $kept }}
  volumeClaimTemplates:
    {{- range $disk := $disks }}
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data-{{ $disk }}
        labels:
          {{- $labels | nindent 10 }}
      spec:
        accessModes: [ReadWriteOnce]
        {{- with $storage.class }}
        storageClassName: {{ . | quote }}
        {{- end }}
        resources:
          requests:
            storage: {{ dig "size" "100Gi" $storage | quote }}
    {{- end }}
  {{- end }}
{{- end }}

{{- define "kafka.statefulset.pod" -}}
{{- $cluster := .root.Values.global.kafka.cluster -}}
serviceAccountName: {{ $cluster }}-kafka
automountServiceAccountToken: false
enableServiceLinks: false
securityContext:
  {{- include "common.security.pod" 1000 | nindent 2 }}
  fsGroupChangePolicy: OnRootMismatch
{{- $select := include "kafka.server.labels" (dict "root" .root "pool" .name) | fromYaml }}
# A broker hands its partitions over before it ends: two minutes for that.
{{ include "kafka.pod" (dict "root" .root "pod" (omit (.pool.pod | default dict) "labels" "annotations") "grace" 120 "select" $select) | trim }}
{{- include "kafka.metrics.init" .root }}
containers:
  - name: kafka
    image: {{ include "kafka.statefulset.image" .root | quote }}
    command: [sh, /etc/kafka/node/start.sh]
    {{- include "kafka.statefulset.container" . | nindent 4 }}
volumes:
  - name: node
    configMap:
      name: {{ $cluster }}-{{ .name }}
  {{- include "kafka.statefulset.scratch" . | nindent 2 }}
  {{- include "kafka.statefulset.secrets" .root | nindent 2 }}
  {{- include "kafka.metrics.volume" .root | nindent 2 }}
  {{- if eq (dig "storage" "type" "persistent-claim" .pool) "ephemeral" }}
  {{- range $disk := until (dig "storage" "volumes" 1 .pool | int) }}
  - name: data-{{ $disk }}
    emptyDir: {}
  {{- end }}
  {{- end }}
{{- end }}

{{- define "kafka.statefulset.image" -}}
{{- $version := .Values.cluster.version -}}
{{- include "common.image" (mergeOverwrite (dict "repository" "apache/kafka" "tag" $version) (.Values.cluster.statefulset.image | default dict)) -}}
{{- end }}

{{/* Passwords and settings in one piece are in memory only; Kafka's tools want a /tmp. */}}
{{- define "kafka.statefulset.scratch" -}}
- name: run
  emptyDir: { medium: Memory, sizeLimit: 16Mi }
- name: tmp
  emptyDir: {}
{{- end }}

{{- define "kafka.statefulset.secrets" -}}
{{- with include "kafka.server.admin" . }}
- name: admin
  secret:
    secretName: {{ . | quote }}
{{- end }}
{{- with include "kafka.server.tls" . }}
- name: tls
  secret:
    secretName: {{ . | quote }}
{{- end }}
{{- end }}

{{- define "kafka.statefulset.mounts" -}}
- { name: run, mountPath: /run/kafka }
- { name: tmp, mountPath: /tmp }
{{- if include "kafka.server.admin" . }}
- { name: admin, mountPath: /etc/kafka/admin, readOnly: true }
{{- end }}
{{- if include "kafka.server.tls" . }}
- { name: tls, mountPath: /etc/kafka/tls, readOnly: true }
{{- end }}
{{- end }}
