{{/* JobManager and TaskManagers of a job without an operator. Each takes (dict "root" $ "job" name "values" values). */}}
{{- define "flink.statefulset.jobmanager" -}}
{{- $resource := merge (dict) (.values.jobManager | default dict) .root.Values.defaults.jobManager -}}
{{- include "flink.statefulset" (merge (dict "component" "jobmanager" "resource" $resource "replicas" ($resource.replicas | default 1)) .) }}
{{- end }}

{{- define "flink.statefulset.taskmanager" -}}
{{- $resource := merge (dict) (.values.taskManager | default dict) .root.Values.defaults.taskManager -}}
{{- $replicas := ternary "" (include "flink.taskmanagers" .) (ne (include "flink.reactive" .) "") -}}
{{- include "flink.statefulset" (merge (dict "component" "taskmanager" "resource" $resource "replicas" $replicas) .) }}
{{- end }}

{{- define "flink.statefulset" -}}
{{- $name := include "common.names.job" . -}}
{{- $pod := merge (dict "standalone" (include "flink.standalone" . | fromYaml)) . -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: {{ printf "%s-%s" $name .component | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
  annotations:
    {{- include "common.annotations.job" . | nindent 4 }}
spec:
  serviceName: {{ $name | quote }}
  {{- if .values.suspended }}
  replicas: 0
  {{- else if .replicas }}
  replicas: {{ .replicas | int }}
  {{- end }}
  podManagementPolicy: Parallel
  selector:
    matchLabels:
      {{- include "flink.standalone.selector" . | nindent 6 }}
  template:
    {{- include "flink.statefulset.pod" $pod | nindent 4 }}
{{- end }}

{{- define "flink.statefulset.pod" -}}
metadata:
  labels:
    {{- include "flink.standalone.selector" . | nindent 4 }}
    {{- include "flink.pod.labels" . | nindent 4 }}
  annotations:
    # Flink reads its configuration once: another one is another pod.
    headworks.dev/configuration: {{ include "flink.configmap.data" . | sha256sum | trunc 16 | quote }}
    {{- with dig "pod" "annotations" dict .values }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
spec:
  serviceAccountName: {{ include "common.names.job" . | quote }}
  enableServiceLinks: false
  {{- include "flink.pod.spec" . | nindent 2 }}
  {{- if eq .component "taskmanager" }}
  topologySpreadConstraints:
    - maxSkew: 1
      topologyKey: kubernetes.io/hostname
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "flink.standalone.selector" . | nindent 10 }}
  {{- end }}
  containers:
    - {{- include "flink.statefulset.container" . | nindent 6 }}
  volumes:
    - name: configuration
      configMap: { name: {{ include "common.names.job" . | quote }} }
    - { name: tmp, emptyDir: {} }
    - { name: log, emptyDir: {} }
    {{- if eq .component "taskmanager" }}
    {{- include "flink.state.volume" . | nindent 4 }}
    {{- end }}
    {{- include "flink.pod.volumes" . | nindent 4 }}
{{- end }}

{{- define "flink.statefulset.container" -}}
name: flink-main-container
image: {{ include "common.image" .values.image | quote }}
imagePullPolicy: IfNotPresent
args: {{ include (printf "flink.args.%s" .component) . }}
ports:
  {{- include (printf "flink.ports.%s" .component) . | nindent 2 }}
  {{- if include "common.monitoring.wanted" .root }}
  - { name: metrics, containerPort: 9249 }
  {{- end }}
{{- include "flink.pod.container" . | nindent 0 }}
{{- include (printf "flink.probes.%s" .component) . | nindent 0 }}
resources:
  {{- include "flink.standalone.resources" .resource | nindent 2 }}
volumeMounts:
  - { name: configuration, mountPath: /etc/flink, readOnly: true }
  - { name: tmp, mountPath: /tmp }
  - { name: log, mountPath: /opt/flink/log }
  {{- if and (eq .component "taskmanager") (include "flink.state.volume" .) }}
  - { name: state, mountPath: /opt/flink/state }
  {{- end }}
  {{- include "flink.pod.mounts" . | nindent 2 }}
{{- end }}
