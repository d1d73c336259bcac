{{/* The spec that SparkApplication and the template of ScheduledSparkApplication share. */}}
{{- define "spark.application" -}}
{{- $defaults := .root.Values.defaults -}}
{{- $driver := merge (dict) (.values.driver | default dict) $defaults.driver -}}
{{- $executor := merge (dict) (.values.executor | default dict) $defaults.executor -}}
type: {{ .values.type | default (hasSuffix ".py" .values.main | ternary "Python" "Java") }}
mode: cluster
sparkVersion: {{ .values.sparkVersion | default $defaults.sparkVersion | quote }}
image: {{ include "common.image" .values.image | quote }}
imagePullPolicy: IfNotPresent
mainApplicationFile: {{ .values.main | quote }}
{{- with .values.mainClass }}
mainClass: {{ . | quote }}
{{- end }}
{{- with .values.args }}
arguments: {{ toJson . }}
{{- end }}
restartPolicy:
  type: OnFailure
  onFailureRetries: 2
  onFailureRetryInterval: 30
{{- $conf := dict -}}
{{- if include "common.monitoring.wanted" .root -}}
{{- $_ := set $conf "spark.ui.prometheus.enabled" true -}}
{{- end -}}
{{- with mergeOverwrite $conf (.values.sparkConf | default dict) }}
sparkConf:
  {{- range $key, $value := . }}
  {{ $key | quote }}: {{ $value | toString | quote }}
  {{- end }}
{{- end }}
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
{{- with printf "%s%s" (include "common.kafka.client.volumes" .) (include "common.pod.volumes" (.values.volumes | default dict)) | fromYamlArray }}
volumes:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.dynamicAllocation }}
dynamicAllocation:
  enabled: true
  minExecutors: {{ .min | default 0 }}
  initialExecutors: {{ .min | default 0 }}
  maxExecutors: {{ .max }}
  shuffleTrackingEnabled: true
{{- end }}
driver:
  cores: {{ $driver.cores }}
  memory: {{ $driver.memory | quote }}
  serviceAccount: {{ include "common.names.job" . | quote }}
  {{- include "spark.pod" . | nindent 2 }}
executor:
  cores: {{ $executor.cores }}
  memory: {{ $executor.memory | quote }}
  {{- if not .values.dynamicAllocation }}
  instances: {{ $executor.instances }}
  {{- end }}
  {{- include "spark.pod" . | nindent 2 }}
{{- end }}

{{- define "spark.pod" -}}
labels:
  {{- include "common.labels.stable" (dict "root" .root "job" .job) | nindent 2 }}
podSecurityContext:
  {{- include "common.security.pod" 185 | nindent 2 }}
securityContext:
  {{- include "common.security.container" . | nindent 2 }}
env:
  {{- include "common.kafka.client.env" . | nindent 2 }}
  {{- include "common.pod.env" .values.env | nindent 2 }}
{{- with .root.Values.global.storage.credentials.secret }}
envFrom:
  - secretRef:
      name: {{ . | quote }}
{{- end }}
{{- with printf "%s%s" (include "common.kafka.client.mounts" .) (include "common.pod.mounts" (.values.volumes | default dict)) | fromYamlArray }}
volumeMounts:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end }}

{{- define "spark.metadata" -}}
name: {{ include "common.names.job" . | quote }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 2 }}
{{- end }}
