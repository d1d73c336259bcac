{{- define "flink.deployment" -}}
{{- $defaults := .root.Values.defaults -}}
{{- $jobManager := merge (dict) (.values.jobManager | default dict) $defaults.jobManager -}}
{{- $taskManager := merge (dict) (.values.taskManager | default dict) $defaults.taskManager -}}
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata:
  name: {{ include "common.names.job" . | quote }}
  namespace: {{ .root.Release.Namespace | quote }}
  labels:
    {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 4 }}
  {{- with .values.description }}
  annotations:
    headworks.dev/description: {{ . | toJson }}
  {{- end }}
spec:
  image: {{ include "common.image" .values.image | quote }}
  imagePullPolicy: IfNotPresent
  flinkVersion: {{ .values.flinkVersion | default $defaults.flinkVersion }}
  mode: native
  serviceAccount: {{ include "common.names.job" . | quote }}
  flinkConfiguration:
    {{- include "flink.configuration" . | nindent 4 }}
  podTemplate:
    {{- include "flink.pod" . | nindent 4 }}
  jobManager:
    replicas: 1
    resource:
      cpu: {{ $jobManager.cpu }}
      memory: {{ $jobManager.memory | quote }}
  taskManager:
    resource:
      cpu: {{ $taskManager.cpu }}
      memory: {{ $taskManager.memory | quote }}
  job:
    jarURI: {{ .values.jar | quote }}
    {{- with .values.entryClass }}
    entryClass: {{ . | quote }}
    {{- end }}
    {{- with .values.args }}
    args: {{ toJson . }}
    {{- end }}
    parallelism: {{ .values.parallelism | default 1 }}
    state: {{ ternary "suspended" "running" (.values.suspended | default false) }}
    {{- with .values.startFrom }}
    initialSavepointPath: {{ .path | quote }}
    savepointRedeployNonce: {{ .nonce | int }}
    {{- end }}
    upgradeMode: {{ .values.upgrade | default "savepoint" }}
    allowNonRestoredState: false
{{- end }}

{{- define "flink.deployment.overridden" -}}
{{ include "common.override" (dict "object" (include "flink.deployment" .) "override" .values.override) }}
{{- end }}
