{{/* The spec that SparkApplication and the template of ScheduledSparkApplication share. */}}
{{- define "spark.application" -}}
{{- $context := . -}}
{{- $defaults := .root.Values.defaults -}}
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
{{- if .values.suspend }}
suspend: true
{{- end }}
restartPolicy:
  {{- include "spark.restart" . | nindent 2 }}
{{- with .values.timeToLiveSeconds }}
timeToLiveSeconds: {{ . | int }}
{{- end }}
{{- with .values.memoryOverheadFactor }}
memoryOverheadFactor: {{ . | quote }}
{{- end }}
{{- $configuration := dict -}}
{{- include "spark.configuration.fill" (merge (dict "into" $configuration) .) -}}
{{- include "spark.application.allocation" $configuration }}
{{- with omit $configuration "spark.dynamicAllocation.enabled" "spark.dynamicAllocation.minExecutors" "spark.dynamicAllocation.initialExecutors" "spark.dynamicAllocation.maxExecutors" "spark.dynamicAllocation.shuffleTracking.enabled" }}
sparkConf:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.global.imagePullSecrets }}
imagePullSecrets: {{ toJson . }}
{{- end }}
{{- $container := include "spark.pod.container" . }}
{{- range $role := list "driver" "executor" }}
{{- $context := dict "root" $context.root "job" $context.job "values" $context.values "role" $role "configuration" $configuration "container" $container }}
{{ $role }}:
  {{- include "spark.application.role" $context | nindent 2 }}
  template:
    {{- include "spark.pod" $context | nindent 4 }}
{{- end }}
{{- end }}

{{/* Properties that the operator has fields for, and reads there. Takes the properties. */}}
{{- define "spark.application.allocation" -}}
{{- if eq "true" (get . "spark.dynamicAllocation.enabled") }}
dynamicAllocation:
  enabled: true
  minExecutors: {{ get . "spark.dynamicAllocation.minExecutors" }}
  initialExecutors: {{ get . "spark.dynamicAllocation.initialExecutors" }}
  maxExecutors: {{ get . "spark.dynamicAllocation.maxExecutors" }}
  shuffleTrackingEnabled: {{ get . "spark.dynamicAllocation.shuffleTracking.enabled" }}
{{- end }}
{{- end }}

{{- define "spark.application.role" -}}
{{- $values := merge (dict) (get .values .role | default dict) (get .root.Values.defaults .role) -}}
cores: {{ $values.cores }}
{{- range $key := list "coreRequest" "coreLimit" "memory" "memoryOverhead" "javaOptions" }}
{{- with get $values $key }}
{{ $key }}: {{ . | toString | quote }}
{{- end }}
{{- end }}
{{- if eq .role "driver" }}
serviceAccount: {{ include "common.names.job" . | quote }}
{{- else if not (include "spark.allocation.dynamic" .) }}
instances: {{ $values.instances }}
{{- end }}
{{- end }}

{{/* A job that ends is tried again some times; one that never ends is always started again. */}}
{{- define "spark.restart" -}}
{{- $restart := .values.restart | default dict -}}
{{- $policy := $restart.policy | default (ternary "Always" "OnFailure" (.values.streaming | default false)) -}}
type: {{ $policy }}
{{- if eq $policy "OnFailure" }}
onFailureRetries: {{ dig "retries" 2 $restart }}
{{- end }}
{{- if ne $policy "Never" }}
onFailureRetryInterval: {{ dig "intervalSeconds" 30 $restart }}
onSubmissionFailureRetries: {{ dig "submissionRetries" 3 $restart }}
onSubmissionFailureRetryInterval: {{ dig "submissionIntervalSeconds" 30 $restart }}
{{- end }}
{{- end }}

{{/* Takes "name" as well, where the object is not named for the job. */}}
{{- define "spark.metadata" -}}
name: {{ .name | default (include "common.names.job" .) | quote }}
namespace: {{ .root.Release.Namespace | quote }}
labels:
  {{- include "common.labels.object" (dict "root" .root "job" .job) | nindent 2 }}
{{- end }}

{{/* Of the object that is the job. */}}
{{- define "spark.jobmetadata" -}}
{{ include "spark.metadata" . }}
annotations:
  {{- include "common.annotations.job" . | nindent 2 }}
{{- end }}
