{{/*
The runner of a job starts a run and ends as the run ends: the Job of
spark-submit, and of a schedule where the operator has none. Its Job is what
a run is: one for each change of the spec, or one each time of the schedule.
*/}}

{{/* Whether a job has one; empty where an operator does all of it. */}}
{{- define "spark.runner.wanted" -}}
{{- $mode := .root.Values.mode -}}
{{- if or (eq $mode "submit") (and (eq $mode "apache") .values.schedule) -}}
true
{{- end -}}
{{- end }}

{{/* Calls a define for each job that has one. Takes (dict "root" $ "define" name "of" key below `runner` in the values); "scheduled" true leaves out those without schedule. */}}
{{- define "spark.runner.each" -}}
{{- $given := . -}}
{{- range $name, $job := .root.Values.jobs }}
{{- $context := dict "root" $given.root "job" $name "values" $job -}}
{{- if and (dig "enabled" true $job) (dig "runner" $given.of "enabled" true $job) (or $job.schedule (not $given.scheduled)) (include "spark.runner.wanted" $context) }}
---
{{ include "common.overridden" (dict "object" (include $given.define $context) "override" (dig "runner" $given.of "override" dict $job)) }}
{{- end }}
{{- end }}
{{- end }}

{{- define "spark.runner.account" -}}
{{ include "common.names.job" . }}-runner
{{- end }}

{{/* Which run this is, from the pod's own labels. */}}
{{- define "spark.runner.env" -}}
- name: NAMESPACE
  valueFrom:
    fieldRef: { fieldPath: metadata.namespace }
- name: JOB
  valueFrom:
    fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/job-name']" }
- name: JOB_UID
  valueFrom:
    fieldRef: { fieldPath: "metadata.labels['batch.kubernetes.io/controller-uid']" }
{{- end }}

{{/* Name of the one-shot Job and its ConfigMap: another spec is another run. Takes the context and "files". */}}
{{- define "spark.runner.once" -}}
{{- $name := include "common.names.job" . -}}
{{- $spec := include "spark.runner.jobspec" (dict "root" .root "job" .job "values" .values "name" $name) -}}
{{- $override := list .values.suspend .values.override (dig "runner" "configMap" "override" dict .values) | toJson -}}
{{ $name }}-{{ printf "%s%s%s" .files $spec $override | sha256sum | trunc 8 }}
{{- end }}

{{- define "spark.runner.files" -}}
{{- include (printf "spark.%s.files" .root.Values.mode) . -}}
{{- end }}

{{/* Spec of a Job. Takes the context and "name", the ConfigMap's. */}}
{{- define "spark.runner.jobspec" -}}
backoffLimit: {{ include (printf "spark.%s.retries" .root.Values.mode) . }}
{{- if and .values.schedule .values.timeToLiveSeconds }}
ttlSecondsAfterFinished: {{ .values.timeToLiveSeconds | int }}
{{- end }}
podFailurePolicy:
  rules:
    {{- include (printf "spark.%s.failures" .root.Values.mode) . | nindent 4 }}
    # A runner that had to leave its node is not a failed run.
    - action: Ignore
      onPodConditions:
        - { type: DisruptionTarget, status: "True" }
template:
  metadata:
    labels:
      {{- include "common.labels.stable" (dict "root" .root "job" .job "component" "runner") | nindent 6 }}
      {{- with (.values.pod).labels }}
      {{- toYaml . | nindent 6 }}
      {{- end }}
    {{- with (.values.pod).annotations }}
    annotations:
      {{- toYaml . | nindent 6 }}
    {{- end }}
  spec:
    {{- include "spark.runner.pod" . | nindent 4 }}
{{- end }}

{{- define "spark.runner.pod" -}}
restartPolicy: Never
serviceAccountName: {{ include "spark.runner.account" . | quote }}
# Nothing of the run ends with it.
terminationGracePeriodSeconds: 5
securityContext:
  {{- include "common.security.pod" 185 | nindent 2 }}
{{- with include "common.pod.scheduling" (dict "root" .root "pod" (omit (.values.pod | default dict) "terminationGracePeriodSeconds")) }}
{{- . }}
{{- end }}
containers:
  - {{- include (printf "spark.%s.container" .root.Values.mode) . | nindent 4 }}
    securityContext:
      {{- include "common.security.container" . | nindent 6 }}
    resources:
      {{- include "spark.runner.resources" . | nindent 6 }}
    volumeMounts:
      - name: files
        mountPath: /etc/runner
        readOnly: true
volumes:
  - name: files
    configMap:
      name: {{ .name | quote }}
{{- end }}

{{- define "spark.runner.resources" -}}
{{- $memory := eq .root.Values.mode "submit" | ternary "512Mi" "64Mi" -}}
{{- $default := dict "requests" (dict "cpu" "50m" "memory" $memory) "limits" (dict "memory" $memory) -}}
{{- mergeOverwrite $default (deepCopy (dig "runner" "resources" dict .values)) | toYaml -}}
{{- end }}
