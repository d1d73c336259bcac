{{/* Spec of Apache's SparkApplication. */}}
{{- define "spark.apache.spec" -}}
{{- $defaults := .root.Values.defaults -}}
{{- $configuration := include "spark.configuration" . | fromYaml -}}
{{- $context := dict "root" .root "job" .job "values" .values "configuration" $configuration -}}
{{- $type := .values.type | default (hasSuffix ".py" .values.main | ternary "Python" (hasSuffix ".R" .values.main | ternary "R" "Java")) -}}
runtimeVersions:
  sparkVersion: {{ .values.sparkVersion | default $defaults.sparkVersion | quote }}
{{- if eq $type "Python" }}
mainClass: org.apache.spark.deploy.PythonRunner
pyFiles: {{ .values.main | quote }}
{{- else if eq $type "R" }}
mainClass: org.apache.spark.deploy.RRunner
sparkRFiles: {{ .values.main | quote }}
{{- else }}
mainClass: {{ .values.mainClass | quote }}
jars: {{ .values.main | quote }}
{{- end }}
{{- with .values.args }}
driverArgs: {{ toJson . }}
{{- end }}
sparkConf:
  {{- include "spark.native.properties" $context | nindent 2 }}
{{- range $role := list "driver" "executor" }}
{{ $role }}Spec:
  podTemplateSpec:
    {{- include "spark.pod" (set $context "role" $role) | nindent 4 }}
{{- end }}
applicationTolerations:
  {{- include "spark.apache.tolerations" $context | nindent 2 }}
{{- end }}

{{/* What the operator does when a run fails, waits or has ended. */}}
{{- define "spark.apache.tolerations" -}}
{{- $apache := .values.apache | default dict -}}
restartConfig:
  {{- include "spark.apache.restart" . | nindent 2 }}
{{- $least := get .configuration "spark.dynamicAllocation.minExecutors" | default 1 | int -}}
{{- $most := get .configuration "spark.dynamicAllocation.maxExecutors" | default (include "spark.role.values" (dict "root" .root "values" .values "role" "executor") | fromYaml).instances }}
# Fewer than that when it starts: the operator ends the try.
instanceConfig: { initExecutors: {{ $least }}, minExecutors: {{ $least }}, maxExecutors: {{ $most }} }
{{- with $apache.timeouts }}
applicationTimeoutConfig:
  {{- range $key, $seconds := . }}
  {{ $key }}TimeoutMillis: {{ mul $seconds 1000 }}
  {{- end }}
{{- end }}
resourceRetainPolicy: {{ $apache.retain | default "OnFailure" }}
{{- with $apache.retainSeconds }}
resourceRetainDurationMillis: {{ mul . 1000 }}
{{- end }}
{{- with .values.timeToLiveSeconds }}
ttlAfterStopMillis: {{ mul . 1000 }}
{{- end }}
{{- end }}

{{/* The operator's own limit, three, would end a streaming job for good. */}}
{{- define "spark.apache.restart" -}}
{{- $restart := .values.restart | default dict -}}
{{- $policy := $restart.policy | default (ternary "Always" "OnFailure" (.values.streaming | default false)) -}}
{{- $retries := dig "retries" 2 $restart | int -}}
{{- $submissions := dig "submissionRetries" 3 $restart | int -}}
restartPolicy: {{ $policy }}
{{- if eq $policy "OnFailure" }}
maxRestartAttempts: {{ add $retries $submissions }}
maxRestartOnFailure: {{ $retries }}
maxRestartOnSchedulingFailure: {{ $submissions }}
{{- else if eq $policy "Always" }}
maxRestartAttempts: 2147483647
{{- end }}
{{- if ne $policy "Never" }}
restartBackoffMillis: {{ dig "intervalSeconds" 30 $restart | mul 1000 }}
restartBackoffMillisForSchedulingFailure: {{ dig "submissionIntervalSeconds" 30 $restart | mul 1000 }}
{{- end }}
{{- end }}

{{/* The application of a run that the schedule's runner makes. */}}
{{- define "spark.apache.files" -}}
{{- $object := include "common.overridden" (dict "object" (include "spark.apache.run" .) "override" .values.override) | fromYaml -}}
follow.sh: {{ .root.Files.Get "files/follow.sh" | toJson }}
application.json: {{ toPrettyJson $object | toJson }}
{{- end }}

{{- define "spark.apache.run" -}}
apiVersion: spark.apache.org/v1
kind: SparkApplication
metadata:
  name: "@JOB@"
  labels:
    {{- include "common.labels.stable" (dict "root" .root "job" .job) | nindent 4 }}
  ownerReferences:
    - { apiVersion: batch/v1, kind: Job, name: "@JOB@", uid: "@JOB_UID@" }
spec:
  {{- include "spark.apache.spec" . | nindent 2 }}
{{- end }}

{{- define "spark.apache.container" -}}
name: runner
image: {{ include "common.image" .root.Values.runner.image | quote }}
imagePullPolicy: IfNotPresent
command: [/bin/sh, /etc/runner/follow.sh]
env:
  - name: API
    value: https://kubernetes.default.svc
  - name: ACCOUNT
    value: /var/run/secrets/kubernetes.io/serviceaccount
  - name: FILES
    value: /etc/runner
  {{- include "spark.runner.env" . | nindent 2 }}
{{- end }}

{{/* The operator tries a failed run again by itself; only a runner that could not do its work gets another try. */}}
{{- define "spark.apache.retries" -}}
6
{{- end }}

{{- define "spark.apache.failures" -}}
- action: FailJob
  onExitCodes: { containerName: runner, operator: In, values: [1] }
{{- end }}

{{- define "spark.apache.rules" -}}
- apiGroups: [spark.apache.org]
  resources: [sparkapplications]
  verbs: [create, get]
{{- end }}
