{{/* A job with a cluster of its own. */}}
{{- define "flink.deployment" -}}
{{- include "flink.deployment.head" . }}
  flinkConfiguration:
    {{- include "flink.configuration" . | nindent 4 }}
  {{- include "flink.deployment.cluster" . | nindent 2 }}
  job:
    jarURI: {{ include "flink.jar" . | quote }}
    {{- include "flink.job" . | nindent 4 }}
{{- end }}

{{/* A cluster without a job of its own: FlinkSessionJobs and people submit to it. */}}
{{- define "flink.session" -}}
{{- include "flink.deployment.head" . }}
  flinkConfiguration:
    {{- include "flink.configuration.session" . | nindent 4 }}
  {{- include "flink.deployment.cluster" . | nindent 2 }}
{{- end }}

{{- define "flink.deployment.head" -}}
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: {{ include "common.names.job" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
  annotations:
    {{- include "common.annotations.job" . | nindent 4 }}
spec:
  image: {{ include "common.image" .values.image | quote }}
  imagePullPolicy: IfNotPresent
  flinkVersion: {{ .values.flinkVersion | default .root.Values.defaults.flinkVersion }}
  mode: {{ ternary "standalone" "native" (ne (include "flink.reactive" .) "") }}
  serviceAccount: {{ include "common.names.job" . | quote }}
{{- end }}

{{- define "flink.deployment.cluster" -}}
{{- $defaults := .root.Values.defaults -}}
{{- $jobManager := dict -}}
{{- include "flink.settings" (dict "into" $jobManager "part" "jobManager" "root" .root "values" .values) -}}
{{- $taskManager := dict -}}
{{- include "flink.settings" (dict "into" $taskManager "part" "taskManager" "root" .root "values" .values) -}}
podTemplate:
  {{- include "flink.pod" . | nindent 2 }}
jobManager:
  replicas: {{ $jobManager.replicas | default 1 | int }}
  {{- include "flink.deployment.resource" $jobManager | nindent 2 }}
taskManager:
  {{- with $taskManager.replicas }}
  replicas: {{ . | int }}
  {{- end }}
  {{- include "flink.deployment.resource" $taskManager | nindent 2 }}
  {{- with include "flink.state.volume" . }}
  podTemplate:
    spec:
      securityContext:
        {{- include "common.security.pod" 9999 | nindent 8 }}
      containers:
        - name: flink-main-container
          securityContext:
            {{- include "common.security.container" $ | nindent 12 }}
          volumeMounts:
            - name: state
              mountPath: /opt/flink/state
      volumes:
        {{- . | nindent 8 }}
  {{- end }}
{{- with include "flink.logging" . }}
logConfiguration:
  {{- . | nindent 2 }}
{{- end }}
{{- if include "common.flink.has" (dict "values" .values "part" "ingress") }}
ingress:
  {{- omit .values.ingress "enabled" "controllerNamespace" | toYaml | nindent 2 }}
{{- end }}
{{- end }}

{{/* `resource` of one role; takes its values. */}}
{{- define "flink.deployment.resource" -}}
resource:
  cpu: {{ .cpu }}
  memory: {{ .memory | quote }}
  {{- with .ephemeralStorage }}
  ephemeralStorage: {{ . | quote }}
  {{- end }}
{{- end }}

{{/*
Fields of `job` that application and session jobs share, but the jar. Without
`state` the operator runs the job, and the field is free for who suspends it
live: no upgrade resumes that by accident or is in conflict with it.
*/}}
{{- define "flink.job" -}}
{{- with include "flink.entryClass" . }}
entryClass: {{ . | quote }}
{{- end }}
{{- with include "flink.args" . }}
{{- if ne . "[]" }}
args: {{ . }}
{{- end }}
{{- end }}
parallelism: {{ .values.parallelism | default 1 | int }}
{{- if .values.suspended }}
state: suspended
{{- end }}
{{- with .values.startFrom }}
initialSavepointPath: {{ .path | quote }}
savepointRedeployNonce: {{ .nonce | int }}
{{- end }}
upgradeMode: {{ .values.upgrade | default "savepoint" }}
allowNonRestoredState: {{ .values.allowNonRestoredState | default false }}
{{- end }}
